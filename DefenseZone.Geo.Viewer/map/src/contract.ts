// What C# (IMapView, IMapEvents) and this module say to each other. Coordinates are web-Mercator metres.

/** A reference to the C# object that receives events; Blazor makes it. */
export interface DotNetHost {
  invokeMethodAsync<T>(method: string, ...args: unknown[]): Promise<T>;
}

/** One row of the style table; the names are those of the C# record MapStyle. */
export interface StyleRow {
  stroke: string | null;
  width: number;
  dash: number[] | null;
  casing: string | null;
  casingWidth: number;
  fill: string | null;
  symbol: SymbolRow | null;
  label: LabelRow | null;
}

/** A symbol as SVG path data in a box of `size` pixels. */
export interface SymbolRow {
  size: number;
  outline: string;
  solid: string;
  colour: string;
  background: string;
  strokeWidth: number;
  scale: number;
}

export interface LabelRow {
  colour: string;
  halo: string | null;
  background: string | null;
  bold: boolean;
  sizePixels: number;
  offsetY: number;
}

export interface LayerRow {
  name: string;
  zIndex: number;
  declutter: boolean;
  /** What it shows: the values of the C# enumeration MapLayerContent. */
  content: number;
  /** Its own style table; empty where it uses the map's. */
  styles: StyleRow[];
}

export const DRAWING = 0;
export const PICTURE = 1;
export const TILES = 2;

/** Map tiles by their address, with {z}, {x} and {y}. */
export interface TilesRow {
  url: string;
  leastZoom: number;
  mostZoom: number;
  extent: number[] | null;
  opacity: number;
}

/** A file of the basemap, drawn beneath everything else. */
export interface BasemapRow {
  url: string;
  layer: string;
  zIndex: number;
  style: number;
  label: boolean;
  /** The id of the feature drawn in another style: the country at home. */
  home: string | null;
  homeStyle: number;
  /** What lies beneath the features, within the box around them: the sea. */
  groundStyle: number | null;
}

export interface MapOptions {
  styles: StyleRow[];
  layers: LayerRow[];
  basemap: BasemapRow[];
  extent: number[];
  vietnamese: boolean;
  centre: number[] | null;
  zoom: number | null;
  labels: { zoomIn: string; zoomOut: string };
}

/** The answer to a pointer on the map. */
export interface PointerAnswer {
  readout: string;
  tip: string[];
  stripFraction: number | null;
  grab: boolean;
}

/** The answer to a pointer on the strip. */
export interface StripAnswer {
  x: number;
  y: number;
  tip: string[];
}

/** Calls `work` for the newest arguments only, one call at a time: what arrives meanwhile replaces what waits. */
export function latest<A extends unknown[]>(work: (...args: A) => Promise<void>): (...args: A) => void {
  let running = false;
  let waiting: A | null = null;
  const run = async (args: A): Promise<void> => {
    running = true;
    try {
      for (let next: A | null = args; next; next = waiting) {
        waiting = null;
        await work(...next);
      }
    } catch (error) {
      // When the circuit is gone, the page says so itself, and there is nobody left to answer to.
      if (!/circuit|disposed|connection/i.test(String(error)))
        throw error;
    } finally {
      running = false;
    }
  };
  return (...args: A) => {
    if (running)
      waiting = args;
    else
      void run(args);
  };
}

export const reducedMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
