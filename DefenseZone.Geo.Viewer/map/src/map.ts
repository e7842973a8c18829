// The map: OpenLayers, told by C# what to draw and reporting what the pointer does.
import Feature from "ol/Feature";
import OlMap from "ol/Map";
import type MapBrowserEvent from "ol/MapBrowserEvent";
import View from "ol/View";
import ScaleLine from "ol/control/ScaleLine";
import Zoom from "ol/control/Zoom";
import { buffer, containsExtent, getHeight, getWidth } from "ol/extent";
import Point from "ol/geom/Point";
import { defaults as defaultInteractions } from "ol/interaction/defaults";
import PointerInteraction from "ol/interaction/Pointer";
import VectorLayer from "ol/layer/Vector";
import VectorSource from "ol/source/Vector";
import Circle from "ol/style/Circle";
import Fill from "ol/style/Fill";
import Stroke from "ol/style/Stroke";
import Style from "ol/style/Style";
import { Basemap } from "./basemap";
import { DRAWING, latest, reducedMotion, type DotNetHost, type LayerRow, type MapOptions, type PointerAnswer, type TilesRow } from "./contract";
import { readDrawing } from "./drawing";
import { anchorTo, showTip } from "./floating";
import { Rasters } from "./rasters";
import { styleTable, type StyleOf } from "./styles";

const HIT_TOLERANCE_PIXELS = 12;

/** From this resolution on (metres a pixel) the border lies above the symbols, which would hide all of it. */
const BORDER_FIRST_FROM = 600;
const BENEATH_THE_BORDER = 26;

export class BorderMap {
  private readonly map: OlMap;
  private readonly view: View;
  private readonly layers = new Map<string, VectorLayer>();
  private readonly rasters = new Rasters();
  private readonly basemap: Basemap;
  private readonly crosshair = new Feature<Point>();
  private readonly readout: HTMLElement | null;
  private readonly tip: HTMLElement;
  private readonly popup: HTMLElement | null;
  private readonly sizes: ResizeObserver;
  private anchor: number[] | null = null;
  private sent: number[] | null = null;
  private readonly symbolsZIndex: number;
  private editing = false;
  private dragged = -1;
  private pointerInside = false;

  /** Where the strip is told that the pointer is, as a fraction of its width. */
  onPointerAlong: (fraction: number | null) => void = () => undefined;

  constructor(private readonly element: HTMLElement, private readonly host: DotNetHost, options: MapOptions) {
    const frame = element.parentElement!;
    this.readout = frame.querySelector("[data-map=readout]");
    this.tip = frame.querySelector<HTMLElement>("[data-map=tip]")!;
    this.popup = frame.querySelector("[data-map=popup]");
    this.symbolsZIndex = options.layers.find(row => row.name === "facilities")?.zIndex ?? 0;
    const styleOf = styleTable(options.styles);
    this.basemap = new Basemap(options.basemap, styleOf, options.vietnamese);
    this.view = new View({ enableRotation: false, minZoom: 3, maxZoom: 19, smoothExtentConstraint: false, center: [0, 0], zoom: 3 });
    this.map = new OlMap({
      target: element,
      view: this.view,
      layers: [
        ...this.basemap.layers,
        ...options.layers.map(row => row.content === DRAWING ? this.addLayer(row, styleOf) : this.rasters.add(row)),
        this.crosshairLayer(),
      ],
      controls: [
        new Zoom({ zoomInTipLabel: options.labels.zoomIn, zoomOutTipLabel: options.labels.zoomOut, duration: reducedMotion() ? 0 : 200 }),
        new ScaleLine({ units: "metric", minWidth: 80 }),
      ],
      // The element takes the focus for the keyboard; without this its first drag would do nothing else.
      interactions: defaultInteractions({ onFocusOnly: false, zoomDuration: reducedMotion() ? 0 : 200 }),
    });
    this.map.addInteraction(this.dragInteraction());
    this.map.updateSize();
    const padding = this.padding();
    if (options.centre && options.zoom !== null) {
      this.view.setCenter(options.centre);
      this.view.setZoom(options.zoom);
    } else {
      this.view.fit(options.extent, { padding });
    }
    this.listen();
    this.sizes = new ResizeObserver(() => this.map.updateSize());
    this.sizes.observe(element);
    void document.fonts.load("12px 'Noto Sans'", "Đồng Đăng").then(() => this.map.render());
  }

  setLayer(name: string, bytes: Uint8Array, labels: string[] | null): void {
    const source = this.layers.get(name)?.getSource();
    if (!source)
      return;
    const features = readDrawing(bytes, labels);
    if (name === "facilities" && this.dragged >= 0) {
      // The one in hand stays under the pointer: what C# sends is where it was a moment ago.
      const held = this.held();
      const sentBack = features.find(feature => feature.get("id") === this.dragged);
      if (held && sentBack)
        sentBack.setGeometry(held.getGeometry()!.clone());
    }
    source.clear(true);
    source.addFeatures(features);
  }

  setPicture(name: string, png: Uint8Array | null, extent: number[] | null): void {
    this.rasters.setPicture(name, png, extent);
  }

  setTiles(name: string, tiles: TilesRow | null): void {
    this.rasters.setTiles(name, tiles);
  }

  setVisible(name: string, visible: boolean): void {
    this.layers.get(name)?.setVisible(visible);
    this.rasters.setVisible(name, visible);
    for (const layer of this.map.getLayers().getArray()) {
      if (layer.get("name") === `basemap-${name}`)
        layer.setVisible(visible);
    }
  }

  setVietnamese(vietnamese: boolean): void {
    this.basemap.setVietnamese(vietnamese);
  }

  setEditing(editing: boolean): void {
    this.editing = editing;
    this.element.style.cursor = "";
  }

  /** Moves the view so that the extent fills it; never nearer than `nearest` metres a pixel. */
  flyTo(extent: number[], nearest: number): void {
    this.view.cancelAnimations();
    this.view.fit(extent, { padding: this.padding(), minResolution: nearest, duration: reducedMotion() ? 0 : 450 });
  }

  /** What of the map tools, plates and a phone's sheet lie over: top, right, bottom, left. */
  private padding(): number[] {
    const box = this.element.getBoundingClientRect();
    const middle = (box.left + box.right) / 2;
    let covered = 0;
    for (const panel of this.element.closest(".workspace")?.querySelectorAll(".panel") ?? []) {
      const sheet = panel.getBoundingClientRect();
      if (sheet.height > 0 && sheet.left < middle && sheet.right > middle && sheet.top < box.bottom)
        covered = Math.max(covered, box.bottom - Math.max(sheet.top, box.top));
    }
    if (box.width < 500)
      return [covered > 0 ? 40 : 60, 44, (covered > 0 ? 24 : 60) + covered, 44];
    return [60, 74, 60, 74];
  }

  setCrosshair(position: number[] | null): void {
    this.crosshair.setGeometry(position ? new Point(position) : undefined);
  }

  /** Ties the popup's element to a place on the map; it follows while the map moves. */
  setPopup(position: number[] | null): void {
    this.anchor = position;
    this.placePopup();
  }

  centreOf(): number[] {
    return this.view.getCenter() ?? [0, 0];
  }

  /** Fits the map into the box that the page gives it on paper, and back. */
  async settle(): Promise<void> {
    this.map.updateSize();
    await new Promise<void>(resolve => {
      this.map.once("rendercomplete", () => resolve());
      this.map.render();
    });
  }

  extentNow(): number[] {
    return this.view.calculateExtent(this.map.getSize());
  }

  resolutionNow(): number {
    return this.view.getResolution() ?? 1;
  }

  fitNow(extent: number[]): void {
    this.view.cancelAnimations();
    this.view.fit(extent, { padding: [0, 0, 0, 0] });
  }

  /** Takes the size that the element has by now, and draws an extent before anything else happens. */
  drawNow(extent: number[]): void {
    this.map.updateSize();
    this.fitNow(extent);
    this.map.renderSync();
  }

  /** The colour drawn at a place, as [red, green, blue, alpha]: what a test sees, not what it was told. */
  colourAt(position: number[]): number[] {
    const pixel = this.map.getPixelFromCoordinate(position);
    for (const canvas of [...this.element.querySelectorAll<HTMLCanvasElement>(".ol-layer canvas")].reverse()) {
      const box = canvas.getBoundingClientRect();
      const frame = this.element.getBoundingClientRect();
      const x = Math.round((pixel[0] - (box.left - frame.left)) * canvas.width / box.width);
      const y = Math.round((pixel[1] - (box.top - frame.top)) * canvas.height / box.height);
      const data = canvas.getContext("2d")?.getImageData(x, y, 1, 1).data;
      if (data && data[3] > 0)
        return [...data];
    }
    return [0, 0, 0, 0];
  }

  /** Where a place is in the window. */
  screenAt(position: number[]): number[] {
    const pixel = this.map.getPixelFromCoordinate(position);
    const frame = this.element.getBoundingClientRect();
    return [frame.left + pixel[0], frame.top + pixel[1]];
  }

  dispose(): void {
    this.sizes.disconnect();
    this.rasters.dispose();
    this.map.setTarget(undefined);
  }

  private addLayer(row: LayerRow, styleOf: StyleOf): VectorLayer {
    const layer = new VectorLayer({
      source: new VectorSource({ useSpatialIndex: true }),
      style: row.styles.length > 0 ? styleTable(row.styles) : styleOf,
      zIndex: row.zIndex,
      declutter: row.declutter ? "labels" : false,
      renderBuffer: 60,
      properties: { name: row.name },
    });
    this.layers.set(row.name, layer);
    return layer;
  }

  private crosshairLayer(): VectorLayer {
    return new VectorLayer({
      source: new VectorSource({ features: [this.crosshair] }),
      zIndex: 1000,
      updateWhileAnimating: true,
      updateWhileInteracting: true,
      style: new Style({
        image: new Circle({ radius: 8, fill: new Fill({ color: "rgba(255,255,255,0.35)" }), stroke: new Stroke({ color: "#223", width: 2 }) }),
      }),
    });
  }

  private listen(): void {
    const moved = latest(async () => {
      const size = this.map.getSize();
      if (!size || size[0] === 0 || size[1] === 0)
        return;
      this.layers.get("facilities")?.setZIndex(this.resolutionNow() >= BORDER_FIRST_FROM ? BENEATH_THE_BORDER : this.symbolsZIndex);
      const extent = this.view.calculateExtent(size);
      // Half a screen more on every side, so that a pan shows what is there before C# has answered.
      this.sent = buffer(extent, Math.max(getWidth(extent), getHeight(extent)) / 2);
      const centre = this.view.getCenter()!;
      await this.host.invokeMethodAsync("MapMoved", this.sent, extent, this.view.getResolution(), centre, this.view.getZoom());
    });
    this.map.on("moveend", () => moved());
    this.view.on("change:center", () => {
      const size = this.map.getSize();
      if (size && this.sent && !containsExtent(this.sent, this.view.calculateExtent(size)))
        moved();
    });
    this.map.on("postrender", () => this.placePopup());

    const pointed = latest(async (x: number, y: number, resolution: number, pixel: number[]) => {
      const answer = await this.host.invokeMethodAsync<PointerAnswer>("MapPointed", x, y, resolution);
      if (!this.pointerInside)
        return;
      if (this.readout)
        this.readout.textContent = answer.readout;
      showTip(this.tip, this.dragged < 0 ? answer.tip : [], pixel, this.element);
      this.onPointerAlong(answer.stripFraction);
      this.element.style.cursor = answer.grab && this.editing ? "grab" : answer.tip.length > 0 ? "pointer" : "";
    });
    this.map.on("pointermove", event => {
      if (event.dragging) {
        showTip(this.tip, [], [0, 0], this.element);
        return;
      }
      this.pointerInside = true;
      const [x, y] = event.coordinate;
      pointed(x, y, this.resolutionNow(), event.pixel);
    });
    this.element.addEventListener("pointerleave", () => {
      this.pointerInside = false;
      showTip(this.tip, [], [0, 0], this.element);
      this.onPointerAlong(null);
    });
    this.map.on("click", event => {
      const [x, y] = event.coordinate;
      showTip(this.tip, [], [0, 0], this.element);
      void this.host.invokeMethodAsync("MapClicked", x, y, this.resolutionNow());
    });
  }

  private dragInteraction(): PointerInteraction {
    const dragTo = latest(async (id: number, x: number, y: number) => {
      await this.host.invokeMethodAsync("FacilityDragged", id, x, y);
    });
    return new PointerInteraction({
      handleDownEvent: (event: MapBrowserEvent) => {
        if (!this.editing)
          return false;
        const layer = this.layers.get("facilities");
        const feature = this.map.forEachFeatureAtPixel(event.pixel, found => found, {
          layerFilter: candidate => candidate === layer,
          hitTolerance: HIT_TOLERANCE_PIXELS,
        });
        if (!feature)
          return false;
        this.dragged = feature.get("id") as number;
        this.element.style.cursor = "grabbing";
        return true;
      },
      handleDragEvent: (event: MapBrowserEvent) => {
        this.held()?.setGeometry(new Point(event.coordinate));
        dragTo(this.dragged, event.coordinate[0], event.coordinate[1]);
      },
      handleUpEvent: (event: MapBrowserEvent) => {
        const id = this.dragged;
        this.dragged = -1;
        this.element.style.cursor = "";
        void this.host.invokeMethodAsync("FacilityDropped", id, event.coordinate[0], event.coordinate[1]);
        return false;
      },
    });
  }

  private held(): Feature | undefined {
    return this.layers.get("facilities")?.getSource()?.getFeatures().find(feature => feature.get("id") === this.dragged) as Feature | undefined;
  }

  private placePopup(): void {
    if (this.popup)
      anchorTo(this.popup, this.anchor && this.map.getPixelFromCoordinate(this.anchor), this.element);
  }
}
