// Turns rows of the C# style table into OpenLayers styles. Nothing here decides a colour or a shape.
import type { FeatureLike } from "ol/Feature";
import Fill from "ol/style/Fill";
import Icon from "ol/style/Icon";
import Stroke from "ol/style/Stroke";
import Style from "ol/style/Style";
import Text from "ol/style/Text";
import type { StyleRow, SymbolRow } from "./contract";

const FONT = "'Noto Sans', 'Segoe UI', sans-serif";

export type StyleOf = (feature: FeatureLike, resolution: number) => Style[];

/** From this resolution on (metres a pixel) symbols are smaller, so that they do not hide the border that they cover. */
const SMALL_SYMBOLS_FROM = 260;
const SMALL_SYMBOL = 0.72;

export function styleTable(rows: StyleRow[]): StyleOf {
  const plain = rows.map(row => stylesOf(row, 1));
  const small = rows.map(row => stylesOf(row, SMALL_SYMBOL));
  const labelled = new Map<string, Style[]>();
  return (feature, resolution) => {
    const index = feature.get("style") as number;
    const far = resolution >= SMALL_SYMBOLS_FROM;
    const label = feature.get("label") as string | undefined;
    const row = rows[index];
    if (!label || !row.label)
      return (far ? small : plain)[index];
    const key = `${index}${far ? "s" : ""} ${label}`;
    let styles = labelled.get(key);
    if (!styles) {
      if (labelled.size > 4000)
        labelled.clear();
      styles = [...(far ? small : plain)[index], textStyle(row, label)];
      labelled.set(key, styles);
    }
    return styles;
  };
}

function stylesOf(row: StyleRow, symbolScale: number): Style[] {
  const styles: Style[] = [];
  if (row.casing)
    styles.push(new Style({ stroke: new Stroke({ color: row.casing, width: row.casingWidth }), zIndex: 0 }));
  if (row.stroke || row.fill) {
    styles.push(new Style({
      stroke: row.stroke ? new Stroke({ color: row.stroke, width: row.width, lineDash: row.dash ?? undefined }) : undefined,
      fill: row.fill ? new Fill({ color: row.fill }) : undefined,
      zIndex: 1,
    }));
  }
  if (row.symbol)
    styles.push(new Style({ image: symbolIcon(row.symbol, symbolScale), zIndex: 2 }));
  return styles;
}

function textStyle(row: StyleRow, label: string): Style {
  const look = row.label!;
  return new Style({
    zIndex: 3,
    text: new Text({
      text: label,
      font: `${look.bold ? 600 : 400} ${look.sizePixels}px ${FONT}`,
      fill: new Fill({ color: look.colour }),
      stroke: look.halo ? new Stroke({ color: look.halo, width: 3 }) : undefined,
      backgroundFill: look.background ? new Fill({ color: look.background }) : undefined,
      padding: look.background ? [3, 6, 2, 6] : [2, 3, 2, 3],
      offsetY: look.offsetY,
      overflow: true,
    }),
  });
}

function symbolIcon(symbol: SymbolRow, scale: number): Icon {
  const ratio = Math.max(2, Math.ceil(devicePixelRatio));
  const margin = 2;
  const side = symbol.size * symbol.scale + 2 * margin;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(side * ratio);
  const context = canvas.getContext("2d")!;
  context.scale(ratio, ratio);
  context.translate(margin, margin);
  context.scale(symbol.scale, symbol.scale);
  const outline = new Path2D(symbol.outline);
  context.lineJoin = "round";
  // A halo keeps a symbol apart from the line and the symbols beneath it.
  context.strokeStyle = "rgba(255,255,255,0.9)";
  context.lineWidth = symbol.strokeWidth + 2;
  context.stroke(outline);
  if (symbol.background) {
    context.fillStyle = symbol.background;
    context.fill(outline);
  }
  if (symbol.solid) {
    context.fillStyle = symbol.colour;
    context.fill(new Path2D(symbol.solid), "evenodd");
  }
  context.strokeStyle = symbol.colour;
  context.lineWidth = symbol.strokeWidth;
  context.stroke(outline);
  return new Icon({ img: canvas, scale: scale / ratio });
}
