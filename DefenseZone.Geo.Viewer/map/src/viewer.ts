// The one module of the browser: C# makes a map and a strip with it and holds the state of both.
import type { DotNetHost, MapOptions, TilesRow } from "./contract";
import { BorderMap } from "./map";
import { BorderStrip } from "./strip";

export function create(mapElement: HTMLElement, stripElement: HTMLElement, host: DotNetHost, options: MapOptions): MapAndStrip {
  const map = new BorderMap(mapElement, host, options);
  const strip = new BorderStrip(stripElement, host);
  map.onPointerAlong = fraction => strip.showAt(fraction);
  strip.onPointerAt = position => map.setCrosshair(position);
  const both = new MapAndStrip(map, strip);
  // The map is reachable from the page, for people at the console and for tests of the picture.
  (globalThis as { defenseZoneMap?: BorderMap }).defenseZoneMap = map;
  return both;
}

class MapAndStrip {
  constructor(private readonly map: BorderMap, private readonly strip: BorderStrip) {
    window.addEventListener("beforeprint", this.beforePrint);
    document.addEventListener("keydown", this.key);
  }

  setLayer(name: string, bytes: Uint8Array, labels: string[] | null): void {
    this.map.setLayer(name, bytes, labels);
  }

  setPicture(name: string, png: Uint8Array | null, extent: number[] | null): void {
    this.map.setPicture(name, png, extent);
  }

  setTiles(name: string, tiles: TilesRow | null): void {
    this.map.setTiles(name, tiles);
  }

  setVisible(name: string, visible: boolean): void {
    this.map.setVisible(name, visible);
  }

  setVietnamese(vietnamese: boolean): void {
    this.map.setVietnamese(vietnamese);
  }

  setEditing(editing: boolean): void {
    this.map.setEditing(editing);
  }

  flyTo(extent: number[], nearest: number): void {
    this.map.flyTo(extent, nearest);
  }

  setPopup(position: number[] | null): void {
    this.map.setPopup(position);
  }

  setCrosshair(position: number[] | null, fraction: number | null): void {
    this.map.setCrosshair(position);
    this.strip.showAt(fraction);
  }

  // Escape closes what has opened; the arrows go from one tab of a table to the next.
  private readonly key = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.key === "Escape" && !target.closest(".strip-plot")) {
      const menu = document.querySelector<HTMLDetailsElement>("details.menu[open]");
      if (menu) {
        menu.open = false;
        menu.querySelector("summary")?.focus();
      } else {
        document.querySelector<HTMLElement>(".popup:not([hidden]) .popup-close")?.click();
      }
      return;
    }
    const tabs = event.key === "ArrowRight" || event.key === "ArrowLeft" ? target.closest("[role=tablist]") : null;
    if (!tabs)
      return;
    const all = [...tabs.querySelectorAll<HTMLElement>("[role=tab]")];
    const next = all[(all.indexOf(target as HTMLElement) + (event.key === "ArrowRight" ? 1 : -1) + all.length) % all.length];
    next.focus();
    next.click();
    event.preventDefault();
  };

  // Printing by the browser's own command leaves no time to draw anew: the sheet is laid out, and the map is what fits.
  private readonly beforePrint = (): void => {
    const root = document.documentElement;
    if (root.dataset.printing)
      return;
    const extent = this.map.extentNow();
    const sheet = document.createElement("style");
    sheet.textContent = "@page { size: A4 landscape; margin: 10mm; }";
    document.head.append(sheet);
    root.dataset.printing = "A4";
    this.map.drawNow(extent);
    this.writeScale();
    window.addEventListener("afterprint", () => {
      delete root.dataset.printing;
      sheet.remove();
      this.map.drawNow(extent);
    }, { once: true });
  };

  /** Puts the map on the paper's proportions, prints, and gives the screen back as it was. */
  async print(paper: string): Promise<void> {
    const root = document.documentElement;
    const extent = this.map.extentNow();
    const sheet = document.createElement("style");
    sheet.textContent = `@page { size: ${paper} landscape; margin: 10mm; }`;
    document.head.append(sheet);
    root.dataset.printing = paper;
    try {
      this.map.fitNow(extent);
      await this.map.settle();
      this.map.fitNow(extent);
      await this.map.settle();
      this.writeScale();
      window.print();
    } finally {
      delete root.dataset.printing;
      sheet.remove();
      await this.map.settle();
      this.map.fitNow(extent);
    }
  }

  dispose(): void {
    window.removeEventListener("beforeprint", this.beforePrint);
    document.removeEventListener("keydown", this.key);
    this.map.dispose();
    this.strip.dispose();
  }

  private writeScale(): void {
    const place = document.querySelector<HTMLElement>("[data-print=scale]");
    if (place)
      place.textContent = (place.dataset.pattern ?? "").replace("{0}", this.scale());
  }

  // On paper a CSS pixel is 1/96 inch; web-Mercator metres shrink with the cosine of the latitude.
  private scale(): string {
    const [, y] = this.map.centreOf();
    const latitude = 2 * Math.atan(Math.exp(y / 6378137)) - Math.PI / 2;
    const denominator = this.map.resolutionNow() * Math.cos(latitude) / (0.0254 / 96);
    const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(denominator)) - 1);
    return (Math.round(denominator / magnitude) * magnitude).toLocaleString(document.documentElement.lang);
  }
}

/** Writes the state into the address, without a new entry in the history. */
export function setAddress(query: string): void {
  history.replaceState(history.state, "", location.pathname + query);
}

export function setLanguage(language: string): void {
  document.documentElement.lang = language;
}

export async function copyAddress(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(location.href);
    return true;
  } catch {
    return false;
  }
}

/** Moves the keyboard focus, and brings what has it into sight. */
export function focusOn(id: string): void {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
}

export function scrollTo(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: "nearest" });
}
