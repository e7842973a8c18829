// The pointer on the border strip. What it shows is SVG that C# renders; here are the crosshair, the tip and the drag.
import { latest, type DotNetHost, type StripAnswer } from "./contract";
import { showTip } from "./floating";

const DRAG_PIXELS = 5;
const DOUBLE_CLICK_MILLISECONDS = 260;

export class BorderStrip {
  private readonly crosshair: HTMLElement;
  private readonly band: HTMLElement;
  private readonly tip: HTMLElement;
  private readonly sizes: ResizeObserver;
  private from: number | null = null;
  private clickTimer = 0;

  /** Where the map is told that the pointer is, in web-Mercator metres. */
  onPointerAt: (position: number[] | null) => void = () => undefined;

  constructor(private readonly element: HTMLElement, private readonly host: DotNetHost) {
    this.crosshair = element.querySelector<HTMLElement>("[data-strip=crosshair]")!;
    this.band = element.querySelector<HTMLElement>("[data-strip=band]")!;
    this.tip = element.querySelector<HTMLElement>("[data-strip=tip]")!;
    const resized = latest(async (width: number) => {
      await host.invokeMethodAsync("StripResized", width);
    });
    this.sizes = new ResizeObserver(entries => {
      const width = Math.floor(entries[0].contentRect.width);
      if (width > 0)
        resized(width);
    });
    this.sizes.observe(element);
    this.listen();
  }

  showAt(fraction: number | null): void {
    this.crosshair.hidden = fraction === null || fraction < 0 || fraction > 1;
    if (fraction !== null)
      this.crosshair.style.transform = `translateX(${Math.round(fraction * this.element.clientWidth)}px)`;
  }

  dispose(): void {
    this.sizes.disconnect();
  }

  private listen(): void {
    const pointed = latest(async (fraction: number, pixel: number[]) => {
      const answer = await this.host.invokeMethodAsync<StripAnswer | null>("StripPointed", fraction);
      if (this.crosshair.hidden || !answer)
        return;
      showTip(this.tip, answer.tip, pixel, this.element);
      this.onPointerAt([answer.x, answer.y]);
    });
    const fractionOf = (event: PointerEvent): number => {
      const box = this.element.getBoundingClientRect();
      return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    };
    this.element.addEventListener("pointerdown", event => {
      if (event.button !== 0)
        return;
      this.from = fractionOf(event);
      this.element.setPointerCapture(event.pointerId);
    });
    this.element.addEventListener("pointermove", event => {
      const fraction = fractionOf(event);
      this.showAt(fraction);
      const box = this.element.getBoundingClientRect();
      if (this.from !== null && Math.abs(fraction - this.from) * box.width >= DRAG_PIXELS)
        this.showBand(this.from, fraction);
      pointed(fraction, [event.clientX - box.left, event.clientY - box.top]);
    });
    this.element.addEventListener("pointerup", event => {
      const from = this.from;
      this.from = null;
      this.band.hidden = true;
      if (from === null)
        return;
      const to = fractionOf(event);
      if (Math.abs(to - from) * this.element.clientWidth >= DRAG_PIXELS) {
        // What is under the pointer is another place then.
        this.leave();
        void this.host.invokeMethodAsync("StripZoomed", Math.min(from, to), Math.max(from, to));
      } else {
        this.click(to);
      }
    });
    this.element.addEventListener("pointercancel", () => {
      this.from = null;
      this.band.hidden = true;
    });
    this.element.addEventListener("pointerleave", () => this.leave());
    this.element.addEventListener("dblclick", () => {
      clearTimeout(this.clickTimer);
      this.leave();
      void this.host.invokeMethodAsync("StripReset");
    });
    this.element.addEventListener("keydown", event => this.key(event));
    this.element.addEventListener("blur", () => this.leave());
  }

  // A click flies the map at once, unless the strip is zoomed: then it could be the first half of a reset.
  private click(fraction: number): void {
    const fly = (): void => void this.host.invokeMethodAsync("StripClicked", fraction);
    clearTimeout(this.clickTimer);
    if (this.element.dataset.zoomed === "true")
      this.clickTimer = window.setTimeout(fly, DOUBLE_CLICK_MILLISECONDS);
    else
      fly();
  }

  private keyFraction = 0.5;

  private key(event: KeyboardEvent): void {
    const step = event.shiftKey ? 0.05 : 0.005;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      this.keyFraction = Math.min(1, Math.max(0, this.keyFraction + (event.key === "ArrowRight" ? step : -step)));
      this.showAt(this.keyFraction);
      const fraction = this.keyFraction;
      void this.host.invokeMethodAsync<StripAnswer | null>("StripPointed", fraction).then(answer => {
        if (!answer)
          return;
        showTip(this.tip, answer.tip, [fraction * this.element.clientWidth, 30], this.element);
        this.onPointerAt([answer.x, answer.y]);
      });
    } else if (event.key === "Enter") {
      void this.host.invokeMethodAsync("StripClicked", this.keyFraction);
    } else if (event.key === "+" || event.key === "=") {
      void this.host.invokeMethodAsync("StripZoomed", Math.max(0, this.keyFraction - 0.25), Math.min(1, this.keyFraction + 0.25));
    } else if (event.key === "0" || event.key === "-" || event.key === "Escape") {
      void this.host.invokeMethodAsync("StripReset");
    } else {
      return;
    }
    event.preventDefault();
  }

  private leave(): void {
    this.showAt(null);
    showTip(this.tip, [], [0, 0], this.element);
    this.onPointerAt(null);
  }

  private showBand(from: number, to: number): void {
    this.band.hidden = false;
    this.band.style.left = `${Math.min(from, to) * 100}%`;
    this.band.style.width = `${Math.abs(to - from) * 100}%`;
  }
}
