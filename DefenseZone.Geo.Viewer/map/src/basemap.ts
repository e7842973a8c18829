// The basemap: static files of the host, no network. Each feature names its own row of the style table.
import Feature from "ol/Feature";
import GeoJSON from "ol/format/GeoJSON";
import type Geometry from "ol/geom/Geometry";
import VectorLayer from "ol/layer/Vector";
import VectorSource from "ol/source/Vector";
import type { BasemapRow } from "./contract";
import type { StyleOf } from "./styles";

/** Names shown only when the map is near enough for them: the resolution (metres a pixel) up to which a rank is named. */
const RANK_RESOLUTIONS = [4000, 1400, 700, 350, 170, 90, 45];

export function basemapLayer(row: BasemapRow, styleOf: StyleOf): VectorLayer {
  const source = new VectorSource();
  void load(row, source);
  return new VectorLayer({
    source,
    zIndex: row.zIndex,
    declutter: row.label ? "labels" : false,
    style: (feature, resolution) => {
      const rank = feature.get("rank") as number | undefined;
      const limit = rank === undefined ? Infinity : RANK_RESOLUTIONS[Math.min(rank, RANK_RESOLUTIONS.length - 1)];
      return resolution > limit ? [] : styleOf(feature);
    },
    properties: { name: `basemap-${row.layer}` },
  });
}

async function load(row: BasemapRow, source: VectorSource): Promise<void> {
  const response = await fetch(row.url);
  if (!response.ok)
    return;
  const features = new GeoJSON().readFeatures(await response.json(), { featureProjection: "EPSG:3857" }) as Feature<Geometry>[];
  for (const feature of features) {
    const own = row.homeProperty !== undefined && feature.get(row.homeProperty) === row.homeValue;
    feature.set("style", own && row.homeStyle !== undefined ? row.homeStyle : row.style, true);
    const name = feature.get("name");
    if (row.label && typeof name === "string")
      feature.set("label", name, true);
  }
  source.addFeatures(features);
}
