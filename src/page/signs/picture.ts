/** What of the style of an element makes a drawing look as it does. */
const looks = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
  "paint-order",
  "opacity",
] as const;

/** A drawing of this page as a picture of its own, with its looks written into it. */
export const pictureOf = (drawing: SVGSVGElement): Blob => {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, at) => {
    const style = getComputedStyle(originals[at]!);
    for (const look of looks) element.setAttribute(look, style.getPropertyValue(look));
    element.removeAttribute("class");
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return svgOf(new XMLSerializer().serializeToString(copy));
};

export const svgOf = (text: string): Blob => new Blob([text], { type: "image/svg+xml" });

/** Twice as many pixels as a drawing says, so that it stays sharp. */
export const pngOf = async (svg: Blob): Promise<Blob> => {
  const picture = new Image();
  picture.src = URL.createObjectURL(svg);
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width * 2;
  canvas.height = picture.height * 2;
  const paper = canvas.getContext("2d")!;
  paper.scale(2, 2);
  paper.drawImage(picture, 0, 0);
  URL.revokeObjectURL(picture.src);
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error("no picture"))), "image/png"),
  );
};
