// Reads a layer as C# packs it (MapDrawing): a header of 24 bytes (int32 item count, int32 zero, float64 origin x,
// float64 origin y), then for each item int32 kind, style, id, number of parts, the parts' vertex counts, and the
// vertices as float32 offsets from the origin. Little-endian, four-byte aligned throughout.
import Feature from "ol/Feature";
import type Geometry from "ol/geom/Geometry";
import LineString from "ol/geom/LineString";
import MultiLineString from "ol/geom/MultiLineString";
import Point from "ol/geom/Point";
import Polygon from "ol/geom/Polygon";

const POINT = 0;
const LINE = 1;

export function readDrawing(bytes: Uint8Array, labels: string[] | null): Feature<Geometry>[] {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const integers = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
  const floats = new Float32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
  const header = new DataView(aligned.buffer, aligned.byteOffset);
  const count = integers[0];
  const originX = header.getFloat64(8, true);
  const originY = header.getFloat64(16, true);
  const features = new Array<Feature<Geometry>>(count);
  let at = 6;
  for (let i = 0; i < count; i++) {
    const kind = integers[at++];
    const style = integers[at++];
    const id = integers[at++];
    const parts = integers[at++];
    const ends = new Array<number>(parts);
    let total = 0;
    for (let part = 0; part < parts; part++) {
      total += integers[at++] * 2;
      ends[part] = total;
    }
    const flat = new Array<number>(total);
    for (let k = 0; k < total; k += 2) {
      flat[k] = originX + floats[at++];
      flat[k + 1] = originY + floats[at++];
    }
    const feature = new Feature<Geometry>(shape(kind, flat, ends));
    feature.setId(i);
    feature.set("style", style, true);
    feature.set("id", id, true);
    const label = labels?.[i];
    if (label)
      feature.set("label", label, true);
    features[i] = feature;
  }
  return features;
}

function shape(kind: number, flat: number[], ends: number[]): Geometry {
  if (kind === POINT)
    return new Point(flat);
  if (kind !== LINE)
    return new Polygon(flat, "XY", ends);
  return ends.length === 1 ? new LineString(flat, "XY") : new MultiLineString(flat, "XY", ends);
}
