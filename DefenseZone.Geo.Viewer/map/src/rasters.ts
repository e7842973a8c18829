// Layers that are pictures: one PNG over an extent (a viewshed), or tiles from the host (a hillshade).
import type Tile from "ol/Tile";
import type { Extent } from "ol/extent";
import ImageLayer from "ol/layer/Image";
import type Layer from "ol/layer/Layer";
import TileLayer from "ol/layer/Tile";
import ImageStatic from "ol/source/ImageStatic";
import XYZ from "ol/source/XYZ";
import { PICTURE, type LayerRow, type TilesRow } from "./contract";

const PROJECTION = "EPSG:3857";
const FIRST_RETRY_MS = 1500;
const MOST_RETRIES = 8;

export class Rasters {
  private readonly pictures = new Map<string, ImageLayer<ImageStatic>>();
  private readonly tiles = new Map<string, TileLayer<XYZ>>();
  private readonly urls = new Map<string, string>();

  add(row: LayerRow): Layer {
    const settings = { zIndex: row.zIndex, properties: { name: row.name } };
    if (row.content === PICTURE) {
      const layer = new ImageLayer<ImageStatic>(settings);
      this.pictures.set(row.name, layer);
      return layer;
    }
    const layer = new TileLayer<XYZ>(settings);
    this.tiles.set(row.name, layer);
    return layer;
  }

  setPicture(name: string, png: Uint8Array | null, extent: number[] | null): void {
    const layer = this.pictures.get(name);
    if (!layer)
      return;
    this.revoke(name);
    if (!png || !extent) {
      layer.setSource(null);
      return;
    }
    const url = URL.createObjectURL(new Blob([png.slice()], { type: "image/png" }));
    this.urls.set(name, url);
    // Cells stay cells: smoothing would invent visibility between them.
    layer.setSource(new ImageStatic({ url, imageExtent: extent as Extent, projection: PROJECTION, interpolate: false }));
  }

  setTiles(name: string, tiles: TilesRow | null): void {
    const layer = this.tiles.get(name);
    if (!layer)
      return;
    if (!tiles) {
      layer.setSource(null);
      return;
    }
    layer.setOpacity(tiles.opacity);
    layer.setExtent(tiles.extent ? tiles.extent as Extent : undefined);
    const source = new XYZ({ url: tiles.url, minZoom: tiles.leastZoom, maxZoom: tiles.mostZoom, projection: PROJECTION, transition: 0 });
    this.askAgain(source, layer);
    layer.setSource(source);
  }

  setVisible(name: string, visible: boolean): void {
    this.pictures.get(name)?.setVisible(visible);
    this.tiles.get(name)?.setVisible(visible);
  }

  dispose(): void {
    for (const name of [...this.urls.keys()])
      this.revoke(name);
  }

  // A service that is busy, or has not made its overviews yet, answers a little later: ask again, less and less often.
  private askAgain(source: XYZ, layer: TileLayer<XYZ>): void {
    const asked = new WeakMap<Tile, number>();
    source.on("tileloaderror", ({ tile }) => {
      const times = asked.get(tile) ?? 0;
      if (times >= MOST_RETRIES)
        return;
      asked.set(tile, times + 1);
      setTimeout(() => {
        if (layer.getSource() === source)
          tile.load();
      }, FIRST_RETRY_MS * 1.6 ** times);
    });
    source.on("tileloadend", ({ tile }) => {
      if (asked.has(tile))
        layer.changed();
    });
  }

  private revoke(name: string): void {
    const url = this.urls.get(name);
    if (url)
      URL.revokeObjectURL(url);
    this.urls.delete(name);
  }
}
