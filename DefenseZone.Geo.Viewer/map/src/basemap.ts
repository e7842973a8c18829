// The basemap: static files of the host, no network. Names come in the reader's language where a file has both.
import Feature from "ol/Feature";
import GeoJSON from "ol/format/GeoJSON";
import { boundingExtent, extend } from "ol/extent";
import type Geometry from "ol/geom/Geometry";
import { fromExtent } from "ol/geom/Polygon";
import VectorLayer from "ol/layer/Vector";
import VectorSource from "ol/source/Vector";
import type { BasemapRow } from "./contract";
import type { StyleOf } from "./styles";

/** The coarsest resolution (metres a pixel) at which a town of a rank is named: the capital from far, small towns from near. */
const RANK_RESOLUTIONS = [5000, 5000, 1100, 500, 240];

export class Basemap {
  readonly layers: VectorLayer[];

  constructor(rows: BasemapRow[], styleOf: StyleOf, private vietnamese: boolean) {
    const ground = new VectorSource();
    this.layers = [
      new VectorLayer({ source: ground, zIndex: -1, style: (feature, resolution) => styleOf(feature, resolution) }),
      ...rows.map(row => this.layer(row, styleOf, ground)),
    ];
  }

  setVietnamese(vietnamese: boolean): void {
    this.vietnamese = vietnamese;
    for (const layer of this.layers) {
      for (const feature of layer.getSource()?.getFeatures() ?? [])
        this.name(feature);
      layer.changed();
    }
  }

  private layer(row: BasemapRow, styleOf: StyleOf, ground: VectorSource): VectorLayer {
    const source = new VectorSource();
    void this.load(row, source, ground);
    return new VectorLayer({
      source,
      zIndex: row.zIndex,
      declutter: row.label ? "labels" : false,
      style: (feature, resolution) => {
        const rank = feature.get("rank") as number | undefined;
        const coarsest = rank === undefined ? Infinity : RANK_RESOLUTIONS[Math.min(rank, RANK_RESOLUTIONS.length - 1)];
        return resolution > coarsest ? [] : styleOf(feature, resolution);
      },
      properties: { name: `basemap-${row.layer}`, labelled: row.label },
    });
  }

  private async load(row: BasemapRow, source: VectorSource, ground: VectorSource): Promise<void> {
    const response = await fetch(row.url);
    if (!response.ok)
      return;
    const features = new GeoJSON().readFeatures(await response.json(), { featureProjection: "EPSG:3857" }) as Feature<Geometry>[];
    for (const feature of features) {
      feature.set("style", row.home !== null && feature.getId() === row.home ? row.homeStyle : row.style, true);
      feature.set("named", row.label, true);
      this.name(feature);
    }
    features.sort((a, b) => ((a.get("rank") as number) ?? 0) - ((b.get("rank") as number) ?? 0));
    if (row.groundStyle !== null && features.length > 0) {
      const box = features.reduce((all, feature) => extend(all, feature.getGeometry()!.getExtent()), boundingExtent([]));
      const beneath = new Feature<Geometry>(fromExtent(box));
      beneath.set("style", row.groundStyle, true);
      ground.addFeature(beneath);
    }
    source.addFeatures(features);
  }

  private name(feature: Feature<Geometry>): void {
    if (feature.get("named"))
      feature.set("label", (this.vietnamese && feature.get("nameVi")) || feature.get("name"), true);
  }
}
