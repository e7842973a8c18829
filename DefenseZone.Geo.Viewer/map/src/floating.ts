// Small boxes that float over the map or the strip: the hover tip and the popup.

/** Shows lines of text beside a pixel of `frame`, inside its bounds; no lines hide the box. */
export function showTip(box: HTMLElement, lines: string[], pixel: number[], frame: HTMLElement): void {
  if (lines.length === 0) {
    box.hidden = true;
    return;
  }
  box.replaceChildren(...lines.map((line, index) => {
    const row = document.createElement(index === 0 ? "strong" : "span");
    row.textContent = line;
    return row;
  }));
  box.hidden = false;
  const left = pixel[0] + 16 + box.offsetWidth > frame.clientWidth ? pixel[0] - 12 - box.offsetWidth : pixel[0] + 16;
  const top = pixel[1] + 16 + box.offsetHeight > frame.clientHeight ? pixel[1] - 12 - box.offsetHeight : pixel[1] + 16;
  box.style.transform = `translate(${Math.max(4, Math.round(left))}px, ${Math.max(4, Math.round(top))}px)`;
}

/** Puts a box beside a pixel of `frame`, on the side with more room; a pixel out of sight leaves it at the edge. */
export function anchorTo(box: HTMLElement, pixel: number[] | null, frame: HTMLElement): void {
  if (!pixel)
    return;
  const width = frame.clientWidth;
  const height = frame.clientHeight;
  const beside = pixel[0] > width / 2 ? pixel[0] - box.offsetWidth - 18 : pixel[0] + 18;
  const left = Math.min(Math.max(8, beside), Math.max(8, width - box.offsetWidth - 8));
  const top = Math.min(Math.max(8, pixel[1] - box.offsetHeight / 2), Math.max(8, height - box.offsetHeight - 8));
  box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
