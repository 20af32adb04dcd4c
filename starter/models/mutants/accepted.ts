import { acceptedSurvivors } from "sealcheck";

/** `sealcheck mutate` breaks the models in many ways. What no promise notices needs a reason to stand here. */
export const accepted = acceptedSurvivors({
  "server: widen recipients letter.pass to bob": "letters are for Bob, so that he may read them",
  "writer: widen recipients letter.post to bob": "letters are for Bob, so that he may read them",
});
