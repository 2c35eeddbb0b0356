// The map of a <Map>: quiet base, areas, recipients, drawing; and its twin as a table (T). No request leaves this host, no glyph server,
// works under script-src 'self'; worker-src 'self' blob:. MapLibre (1.1 MB) is fetched only once a map is seen.
const here = new URL('.', import.meta.url);
const belgium = [[2.48, 49.46], [6.46, 51.54]];
const around = { west: -1, south: 48, east: 9, north: 53 };

for (const box of document.querySelectorAll('[data-map]')) {
  if (box.dataset.begun) continue;
  box.dataset.begun = '1';
  const seen = new IntersectionObserver(entries => {
    if (entries.some(entry => entry.isIntersecting)) { seen.disconnect(); begin(box); }
  });
  seen.observe(box);
}

async function begin(box) {
  const settings = JSON.parse(box.dataset.map);
  const words = settings.words;
  const field = box.querySelector('[data-map-field]');
  const twin = box.querySelector('[data-map-twin]');
  const drawing = settings.draw.length ? new Drawing(field, settings, words) : null;
  const base = new Map();
  twin.hidden = true;
  box.classList.add('ready');

  // Everything that is the same with and without WebGL: the base features by name, and the twin.
  const missing = [];
  const load = async name => {
    if (!base.has(name)) base.set(name, (async () => {
      const answer = await fetch(name === 'surroundings' ? new URL('map/surroundings.json', here) : `${settings.base}/${name}.json`);
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    })().catch(() => { missing.push(name); return { type: 'FeatureCollection', features: [] }; }));
    return base.get(name);
  };
  const recipients = settings.recipients
    ? fetch(settings.recipients).then(answer => answer.ok ? answer.json() : Promise.reject(new Error(answer.status))).catch(() => { missing.push(words.people); return null; })
    : Promise.resolve(null);
  const table = new Twin(box, twin, settings, drawing, () => load('municipalities'), recipients);
  box.addEventListener('belfry:twin', () => table.toggle());

  let maplibre;
  try {
    styleSheet(new URL('lib/maplibre-gl/maplibre-gl.css', here));
    // Labels are drawn from the page's own font; it must be there first.
    await document.fonts.load('16px "Public Sans"').catch(() => {});
    maplibre = await import('./lib/maplibre-gl/maplibre-gl.mjs');
    if (!document.createElement('canvas').getContext('webgl2')) throw new Error('webgl2');
  } catch {
    tools(box, settings, words, null, drawing, table);
    table.open(words.noWebGl);
    return;
  }

  const map = new maplibre.Map({
    container: box.querySelector('[data-map-canvas]'),
    style: style(box, settings),
    bounds: belgium,
    fitBoundsOptions: { padding: 12 },
    minZoom: 5,
    maxZoom: 18,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: 0,
    locale: { 'Map.Title': `${words.map}: ${words.areas}`, 'NavigationControl.ZoomIn': words.zoomIn, 'NavigationControl.ZoomOut': words.zoomOut },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new maplibre.ScaleControl({ unit: 'metric' }), 'bottom-right');
  map.addControl(new maplibre.AttributionControl({ compact: false, customAttribution: 'Statbel · NGI · GeoNames · Natural Earth' }), 'bottom-right');
  box.belfryMap = map;

  const started = Promise.all(['surroundings', ...settings.baseLayers].map(async name => [name, await load(name)]));
  await new Promise(done => map.once('style.load', done));
  const shown = Object.fromEntries(await started);
  const people = await recipients;
  const put = (id, content) => map.getSource(id)?.setData(content);
  for (const [name, content] of Object.entries(shown)) put(name, content);
  if (people) put('recipients', people);
  put('areas', areasOf(settings));
  for (const layer of settings.layers) put(`layer-${layer.id}`, layer.address);

  const ui = tools(box, settings, words, map, drawing, table);
  if (missing.length) ui.hint(words.layerMissing.replace('{0}', missing.join(', ')));
  if (drawing) await drawing.attach(map, maplibre, shown.municipalities, ui);
  document.addEventListener('belfry:theme', repaint);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
  if (settings.areas.length || drawing?.features.length) fit(false);
  map.once('idle', () => { box.dataset.drawn = '1'; });
  popups();

  ui.onFit = () => fit(true);
  box.addEventListener('belfry:areas', () => { settings.areas = JSON.parse(box.dataset.map).areas; put('areas', areasOf(settings)); });

  function fit(moving) {
    const bounds = boundsOf([...areasOf(settings).features, ...(drawing?.shapes() ?? [])]);
    map.fitBounds(bounds ?? belgium, { padding: { top: 64, bottom: 48, left: 48, right: 48 }, maxZoom: 13, animate: moving && !matchMedia('(prefers-reduced-motion: reduce)').matches });
  }

  function repaint() {
    const fresh = style(box, settings);
    for (const layer of fresh.layers) {
      if (!map.getLayer(layer.id)) continue;
      for (const [name, value] of Object.entries(layer.paint ?? {})) map.setPaintProperty(layer.id, name, value);
    }
    drawing?.repaint();
  }

  function popups() {
    const number = new Intl.NumberFormat(settings.language === 'en' ? 'en-GB' : `${settings.language}-BE`);
    for (const layer of ['recipients', 'areas-fill', ...settings.layers.flatMap(one => [`layer-${one.id}-fill`, `layer-${one.id}-dot`])]) {
      map.on('click', layer, event => {
        if (drawing?.mode) return;
        const what = event.features[0].properties;
        const text = document.createElement('div');
        const name = document.createElement('strong');
        name.textContent = nameOf(what, settings.language);
        text.append(name);
        const count = what.count ?? what.people;
        if (count !== undefined && count !== null) text.append(` · ${number.format(count)}`);
        new maplibre.Popup({ closeButton: false, maxWidth: '280px' }).setLngLat(event.lngLat).setDOMContent(text).addTo(map);
      });
      map.on('mouseenter', layer, () => { if (!drawing?.mode) map.getCanvas().style.cursor = 'pointer'; });
      map.on('mouseleave', layer, () => { map.getCanvas().style.cursor = ''; });
    }
  }
}

// The quiet style. Colours come from the page's own tokens, so that both themes and print follow.
function style(box, settings) {
  const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const root = getComputedStyle(document.documentElement);
  const dark = (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const rgb = text => { probe.clearRect(0, 0, 1, 1); probe.fillStyle = text; probe.fillRect(0, 0, 1, 1); const [r, g, b] = probe.getImageData(0, 0, 1, 1).data; return `rgb(${r},${g},${b})`; };
  const token = name => { const pair = root.getPropertyValue(`--${name}`).match(/^light-dark\((.+\)), (.+\))\)$/); return rgb(pair ? pair[dark ? 2 : 1] : root.getPropertyValue(`--${name}`)); };
  const ink = dark
    ? { land: '#1b222d', abroad: '#161c25', water: '#101a2b', border: '#3d4858', thin: '#2a3340', rail: '#4a5564', road: '#4d4a44', name: '#b3bccb', faint: '#8792a3', halo: '#161c25' }
    : { land: '#fbfaf6', abroad: '#f2f1ec', water: '#dce8f1', border: '#b3b1a8', thin: '#dddbd3', rail: '#b9b9b9', road: '#e2d5b8', name: '#3f4653', faint: '#6a7080', halo: '#fbfaf6' };
  box.style.setProperty('--map-land', ink.abroad);
  const tones = { neutral: token('muted'), note: token('note'), ok: token('ok'), warning: token('warning'), danger: token('danger') };
  const tone = ['match', ['get', 'tone'], ...Object.entries(tones).flat(), tones.note];
  const name = ['coalesce', ['get', settings.language], ['get', 'name'], ['get', 'nl'], ''];
  const empty = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
  const text = (id, source, filter, layout, paint, more) => ({ id, type: 'symbol', source, ...(filter ? { filter } : {}), ...more, layout: { 'text-field': name, 'text-font': ['Public Sans'], 'text-max-width': 8, ...layout }, paint: { 'text-color': ink.name, 'text-halo-color': ink.halo, 'text-halo-width': 1.2, ...paint } });
  const rank = ['coalesce', ['get', 'rank'], 4];
  return {
    version: 8,
    sources: Object.fromEntries(['surroundings', ...settings.baseLayers, 'recipients', 'areas', 'picked', ...settings.layers.map(layer => `layer-${layer.id}`)].map(id => [id, { ...empty }])),
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': ink.abroad } },
      { id: 'sea', type: 'fill', source: 'surroundings', filter: ['in', ['get', 'kind'], ['literal', ['sea', 'lake']]], paint: { 'fill-color': ink.water } },
      { id: 'neighbours', type: 'line', source: 'surroundings', filter: ['==', ['get', 'kind'], 'neighbour'], paint: { 'line-color': ink.thin, 'line-width': 1 } },
      ...has('country', { id: 'country', type: 'fill', source: 'country', paint: { 'fill-color': ink.land } }),
      { id: 'rivers', type: 'line', source: 'surroundings', filter: ['==', ['get', 'kind'], 'river'], paint: { 'line-color': ink.water, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 1, 12, 3] } },
      ...has('municipalities', { id: 'municipalities', type: 'line', source: 'municipalities', paint: { 'line-color': ink.thin, 'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.4, 11, 1] } }),
      ...has('motorways', { id: 'motorways', type: 'line', source: 'motorways', paint: { 'line-color': ink.road, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 1, 12, 3], 'line-dasharray': [3, 1.2] } }),
      ...has('rail', { id: 'rail', type: 'line', source: 'rail', minzoom: 8, paint: { 'line-color': ink.rail, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.6, 13, 1.6] } }),
      ...has('provinces', { id: 'provinces', type: 'line', source: 'provinces', paint: { 'line-color': ink.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 11, 1.4] } }),
      ...has('country', { id: 'border', type: 'line', source: 'country', paint: { 'line-color': ink.border, 'line-width': 1.6 } }),
      ...settings.layers.flatMap(layer => [
        { id: `layer-${layer.id}-fill`, type: 'fill', source: `layer-${layer.id}`, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': tones[layer.tone], 'fill-opacity': 0.14 } },
        { id: `layer-${layer.id}-line`, type: 'line', source: `layer-${layer.id}`, filter: ['!=', ['geometry-type'], 'Point'], paint: { 'line-color': tones[layer.tone], 'line-width': 1.4 } },
        { id: `layer-${layer.id}-dot`, type: 'circle', source: `layer-${layer.id}`, filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-color': tones[layer.tone], 'circle-radius': 5, 'circle-stroke-color': ink.halo, 'circle-stroke-width': 1.5 } },
      ]),
      { id: 'picked-fill', type: 'fill', source: 'picked', paint: { 'fill-color': token('accent'), 'fill-opacity': 0.2 } },
      { id: 'picked-line', type: 'line', source: 'picked', paint: { 'line-color': token('accent'), 'line-width': 2 } },
      { id: 'areas-fill', type: 'fill', source: 'areas', paint: { 'fill-color': tone, 'fill-opacity': dark ? 0.24 : 0.16 } },
      { id: 'areas-line', type: 'line', source: 'areas', paint: { 'line-color': tone, 'line-width': 2 } },
      { id: 'recipients', type: 'circle', source: 'recipients', paint: { 'circle-color': token('accent'), 'circle-opacity': dark ? 0.42 : 0.3, 'circle-stroke-color': token('accent'), 'circle-stroke-width': 1, 'circle-radius': ['interpolate', ['linear'], ['sqrt', ['max', 0, ['coalesce', ['get', 'count'], 0]]], 0, 3, 10, 8, 40, 14, 150, 26, 400, 44] } },
      text('abroad-names', 'surroundings', ['==', ['get', 'kind'], 'neighbour'], { 'text-size': 12, 'text-letter-spacing': 0.12 }, { 'text-color': ink.faint, 'text-halo-color': ink.abroad }, { maxzoom: 9 }),
      ...has('places', text('places-small', 'places', ['>=', rank, 3], { 'text-size': 12, 'symbol-sort-key': rank }, { 'text-color': ink.faint }, { minzoom: 9.5 })),
      ...has('places', text('places-large', 'places', ['<', rank, 3], { 'text-size': ['interpolate', ['linear'], ['zoom'], 6, 11, 11, 15], 'symbol-sort-key': rank }, {})),
      text('areas-names', 'areas', null, { 'text-size': 13, 'symbol-placement': 'point' }, { 'text-color': tone }),
      { id: 'recipients-count', type: 'symbol', source: 'recipients', minzoom: 9, layout: { 'text-field': ['to-string', ['get', 'count']], 'text-font': ['Public Sans'], 'text-size': 12, 'text-anchor': 'bottom', 'text-offset': [0, -0.9] }, paint: { 'text-color': ink.name, 'text-halo-color': ink.halo, 'text-halo-width': 1.2 } },
    ],
  };

  function has(layer, ...layers) { return settings.baseLayers.includes(layer) ? layers : []; }
}

function areasOf(settings) {
  return { type: 'FeatureCollection', features: settings.areas.flatMap(area => flat(area.shape).map(shape => ({ ...shape, properties: { ...shape.properties, id: area.id, name: area.name, tone: area.tone, people: area.people } }))) };
}

const flat = shape => shape.type === 'FeatureCollection' ? shape.features : shape.type === 'Feature' ? [shape] : [{ type: 'Feature', properties: {}, geometry: shape }];
const nameOf = (what, language) => what[language] ?? what.name ?? what.nl ?? what.refnis ?? '';
const refnisOf = feature => String(feature.properties?.refnis ?? feature.properties?.nis5 ?? feature.properties?.code ?? feature.id ?? '');

function boundsOf(features) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = part => { if (typeof part[0] === 'number') { west = Math.min(west, part[0]); east = Math.max(east, part[0]); south = Math.min(south, part[1]); north = Math.max(north, part[1]); } else part.forEach(walk); };
  for (const feature of features) if (feature.geometry?.coordinates) walk(feature.geometry.coordinates);
  return west <= east ? [[west, south], [east, north]] : null;
}

function styleSheet(address) {
  if (document.querySelector(`link[href="${address}"]`)) return;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  // Before our own sheet, so that ours speaks last.
  document.head.prepend(link);
}

const icon = name => { const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); svg.setAttribute('class', 'icon'); svg.setAttribute('aria-hidden', 'true'); const use = document.createElementNS('http://www.w3.org/2000/svg', 'use'); use.setAttribute('href', `${new URL('icons.svg', here).pathname}#${name}`); svg.append(use); return svg; };

function button(name, symbol, act, bare) {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'button', title: name });
  made.append(icon(symbol));
  if (bare) made.setAttribute('aria-label', name);
  else { const word = document.createElement('span'); word.className = 'wide-only'; word.textContent = name; made.setAttribute('aria-label', name); made.append(word); }
  made.addEventListener('click', act);
  return made;
}

function tools(box, settings, words, map, drawing, table) {
  const bar = Object.assign(document.createElement('div'), { className: 'map-tools' });
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.map);
  const hint = Object.assign(document.createElement('p'), { className: 'map-hint' });
  hint.setAttribute('role', 'status');
  const ui = { hint: text => { hint.textContent = text ?? ''; }, onFit: () => {} };
  const group = (...buttons) => { const one = Object.assign(document.createElement('div'), { className: 'group' }); one.append(...buttons); bar.append(one); };
  if (map && drawing) {
    const modes = [[null, 'hand-move', words.move], ['polygon', 'polygon', words.polygon], ['circle', 'circle-dot', words.circle], ['municipality', 'building-community', words.municipality]]
      .filter(([mode]) => mode === null || settings.draw.includes(mode));
    const buttons = modes.map(([mode, symbol, name]) => { const one = button(name, symbol, () => drawing.choose(mode), mode === null); one.dataset.mode = mode ?? ''; return one; });
    ui.mode = mode => { for (const one of buttons) one.setAttribute('aria-pressed', one.dataset.mode === (mode ?? '')); ui.hint(mode ? words[`hint${mode[0].toUpperCase()}${mode.slice(1)}`] : ''); };
    group(...buttons);
    const undo = button(words.undo, 'arrow-back-up', () => drawing.undo(), true);
    const clear = button(words.clear, 'trash', () => drawing.clear(), true);
    group(undo, clear);
    drawing.onChange(() => { undo.disabled = !drawing.past.length; clear.disabled = !drawing.features.length; });
    ui.mode(null);
    undo.disabled = true;
    clear.disabled = !drawing.features.length;
  }
  const swap = button(words.table, 'table', () => table.toggle());
  swap.setAttribute('aria-pressed', 'false');
  swap.setAttribute('aria-keyshortcuts', 't');
  table.button = swap;
  if (map) group(button(words.fit, 'focus-centered', () => ui.onFit(), true), swap);
  box.append(bar, hint);
  return ui;
}

// What is drawn: a list of features that the form field, the map and the twin share; each change can be taken back.
class Drawing {
  features = [];
  past = [];
  mode = null;
  #listeners = [];

  constructor(field, settings, words) {
    Object.assign(this, { field, settings, words });
    this.#read();
    field?.addEventListener('belfry:restored', () => { this.#read(); this.#tell(); });
  }

  onChange(listener) { this.#listeners.push(listener); }

  add(feature) { this.#keep([...this.features, feature]); }

  remove(at) { this.#keep(this.features.filter((_, index) => index !== at)); }

  clear() { if (this.features.length) this.#keep([]); }

  undo() { if (this.past.length) { this.features = this.past.pop(); this.#tell(); } }

  toggle(refnis, name) {
    const at = this.features.findIndex(one => one.properties.refnis === refnis);
    if (at >= 0) this.remove(at);
    else this.add({ type: 'Feature', properties: { kind: 'municipality', refnis, name }, geometry: null });
  }

  circle(longitude, latitude, radiusMetres) {
    this.add({ type: 'Feature', properties: { kind: 'circle', longitude: round(longitude), latitude: round(latitude), radiusMetres: Math.round(radiusMetres) }, geometry: { type: 'Polygon', coordinates: [ring(longitude, latitude, radiusMetres)] } });
  }

  /** What can be seen: municipalities with the border the map knows. */
  shapes() { return this.features.map(one => one.geometry ? one : this.borders?.get(one.properties.refnis)).filter(Boolean); }

  async attach(map, maplibre, municipalities, ui) {
    Object.assign(this, { map, ui });
    this.borders = new Map((municipalities?.features ?? []).map(one => [refnisOf(one), one]));
    if (this.settings.draw.some(mode => mode !== 'municipality')) {
      await script(new URL('lib/terra-draw/terra-draw.umd.js', here));
      await script(new URL('lib/terra-draw/terra-draw-maplibre-gl-adapter.umd.js', here));
      const { TerraDraw, TerraDrawPolygonMode, TerraDrawCircleMode } = globalThis.terraDraw;
      const { TerraDrawMapLibreGLAdapter } = globalThis.terraDrawMaplibreGlAdapter;
      this.pen = new TerraDraw({ adapter: new TerraDrawMapLibreGLAdapter({ map, lib: maplibre }), modes: [new TerraDrawPolygonMode({ showCoordinatePoints: true }), new TerraDrawCircleMode()] });
      this.pen.on('finish', id => this.#finished(id));
    }
    map.addLayer({ id: 'municipality-hit', type: 'fill', source: 'municipalities', paint: { 'fill-color': '#000', 'fill-opacity': 0 } }, 'picked-fill');
    map.on('click', 'municipality-hit', event => {
      if (this.mode !== 'municipality') return;
      const one = event.features[0];
      this.toggle(refnisOf(one), nameOf(one.properties, this.settings.language));
    });
    map.getContainer().addEventListener('keydown', event => { if (event.key === 'Escape') this.choose(null); });
    this.onChange(() => this.repaint());
    this.repaint();
  }

  choose(mode) {
    this.mode = mode;
    this.ui.mode(mode);
    this.map.getCanvas().style.cursor = mode ? 'crosshair' : '';
    if (!this.pen) return;
    if (mode === 'polygon' || mode === 'circle') {
      if (!this.pen.enabled) this.pen.start();
      this.pen.setMode(mode);
      this.map.getCanvas().focus();
    } else if (this.pen.enabled) this.pen.stop();
  }

  repaint() { this.map?.getSource('picked')?.setData({ type: 'FeatureCollection', features: this.shapes() }); }

  #finished(id) {
    const drawn = this.pen.getSnapshotFeature(id);
    this.pen.removeFeatures([id]);
    if (!drawn) return;
    const corners = drawn.geometry.coordinates[0];
    if (drawn.properties.mode === 'circle') {
      // The pen keeps the rim; the middle of its box is the centre at these sizes, and the rim gives the radius on the ground.
      const [[west, south], [east, north]] = boundsOf([drawn]);
      const [longitude, latitude] = [(west + east) / 2, (south + north) / 2];
      this.circle(longitude, latitude, distance(longitude, latitude, ...corners[0]));
    } else this.add({ type: 'Feature', properties: { kind: 'polygon' }, geometry: { type: 'Polygon', coordinates: [corners.map(([x, y]) => [round(x), round(y)])] } });
  }

  #read() {
    try { this.features = this.field?.value ? flat(JSON.parse(this.field.value)).filter(one => one?.type === 'Feature').map(one => ({ ...one, properties: { kind: 'polygon', ...one.properties } })) : []; } catch { this.features = []; }
  }

  #keep(features) { this.past.push(this.features); this.features = features; this.#tell(); }

  #tell() {
    if (this.field) {
      this.field.value = this.features.length ? JSON.stringify({ type: 'FeatureCollection', features: this.features }) : '';
      this.field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    document.dispatchEvent(new CustomEvent('belfry:drawn', { detail: { features: this.features.length } }));
    for (const listener of this.#listeners) listener();
  }
}

const round = degrees => Math.round(degrees * 1e6) / 1e6;
const radius = 6_371_008.8;
const rad = degrees => degrees * Math.PI / 180;

function distance(x1, y1, x2, y2) {
  const a = Math.sin(rad(y2 - y1) / 2) ** 2 + Math.cos(rad(y1)) * Math.cos(rad(y2)) * Math.sin(rad(x2 - x1) / 2) ** 2;
  return 2 * radius * Math.asin(Math.sqrt(a));
}

// Counter-clockwise, 64 corners, on the sphere.
function ring(longitude, latitude, metres) {
  const [d, y] = [metres / radius, rad(latitude)];
  const points = Array.from({ length: 64 }, (_, at) => {
    const turn = -at * Math.PI / 32;
    const north = Math.asin(Math.sin(y) * Math.cos(d) + Math.cos(y) * Math.sin(d) * Math.cos(turn));
    const east = rad(longitude) + Math.atan2(Math.sin(turn) * Math.sin(d) * Math.cos(y), Math.cos(d) - Math.sin(y) * Math.sin(north));
    return [round(east * 180 / Math.PI), round(north * 180 / Math.PI)];
  });
  return [...points, points[0]];
}

const scripts = new Map();
function script(address) {
  if (!scripts.has(address.href)) scripts.set(address.href, new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement('script'), { src: address, onload: done, onerror: failed }));
  }));
  return scripts.get(address.href);
}

// The map as a table: what is in it, and every act of it by keyboard.
class Twin {
  constructor(box, element, settings, drawing, municipalities, recipients) {
    Object.assign(this, { box, element, settings, drawing, municipalities, recipients, words: settings.words });
    this.number = new Intl.NumberFormat(settings.language === 'en' ? 'en-GB' : `${settings.language}-BE`, { maximumFractionDigits: 2 });
    drawing?.onChange(() => this.#areas());
  }

  toggle() { if (this.element.hidden) this.open(); else this.close(); }

  close() {
    this.element.hidden = true;
    this.button?.setAttribute('aria-pressed', 'false');
    this.box.querySelector('canvas')?.focus();
  }

  async open(note) {
    this.element.hidden = false;
    this.button?.setAttribute('aria-pressed', 'true');
    if (!this.built) { this.built = true; await this.#build(note); }
    this.#areas();
    (this.element.querySelector('input, button, [tabindex]') ?? this.button)?.focus();
  }

  async #build(note) {
    const { words, element } = this;
    if (note) element.prepend(text('p', note, 'notice tone-note'));
    if (this.drawing?.settings.draw.includes('circle')) {
      const part = section(words.circleAround);
      const line = Object.assign(document.createElement('div'), { className: 'map-circle' });
      const inputs = [[words.latitude, '50.5675'], [words.longitude, '5.8049'], [words.radius, '2']].map(([name, example]) => {
        const label = text('label', name);
        const input = Object.assign(document.createElement('input'), { type: 'text', inputMode: 'decimal', placeholder: example, className: 'number' });
        input.dataset.noDraft = '';
        label.append(input);
        line.append(label);
        return input;
      });
      const refused = text('p', '', 'field-problem');
      refused.setAttribute('role', 'alert');
      const add = text('button', words.add, 'button plain');
      add.type = 'button';
      const act = () => {
        const [latitude, longitude, km] = inputs.map(input => input.value.trim() ? Number(input.value.trim().replace(',', '.')) : NaN);
        const good = latitude >= around.south && latitude <= around.north && longitude >= around.west && longitude <= around.east && km >= 0.05 && km <= 200;
        refused.textContent = good ? '' : words.outside;
        if (good) this.drawing.circle(longitude, latitude, km * 1000);
      };
      add.addEventListener('click', act);
      line.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); act(); } });
      line.append(add);
      part.append(line, refused);
      element.append(part);
    }
    const pick = this.drawing?.settings.draw.includes('municipality');
    const people = await this.recipients;
    if (pick || people) await this.#municipalities(pick, people);
  }

  async #municipalities(pick, people) {
    const { words, element, settings } = this;
    const counts = new Map((people?.features ?? []).map(one => [refnisOf(one), one]));
    const known = pick ? (await this.municipalities()).features : people.features;
    const rows = known.map(one => ({ refnis: refnisOf(one), name: nameOf(one.properties, settings.language), count: counts.get(refnisOf(one))?.properties.count }))
      .filter(row => pick || row.count !== undefined)
      .sort((one, other) => pick ? one.name.localeCompare(other.name, settings.language) : other.count - one.count);
    const part = section(words.municipalities);
    const filter = Object.assign(document.createElement('input'), { type: 'search', placeholder: words.filter, autocomplete: 'off' });
    filter.setAttribute('aria-label', words.filter);
    filter.dataset.noDraft = '';
    filter.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    const columns = [words.name, ...(people ? [words.people] : [])];
    columns.forEach((name, at) => { const cell = text('th', name, at ? 'number' : ''); cell.scope = 'col'; head.append(cell); });
    const body = table.createTBody();
    const plain = value => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const show = () => {
      const wanted = plain(filter.value.trim());
      body.replaceChildren(...rows.filter(row => plain(row.name).includes(wanted)).map(row => {
        const line = document.createElement('tr');
        const cell = line.insertCell();
        if (pick) {
          const label = Object.assign(document.createElement('label'), { className: 'choice' });
          const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: this.drawing.features.some(one => one.properties.refnis === row.refnis) });
          box.addEventListener('change', () => this.drawing.toggle(row.refnis, row.name));
          label.append(box, text('span', row.name));
          cell.append(label);
        } else cell.textContent = row.name;
        if (people) { const count = line.insertCell(); count.className = 'number'; count.textContent = row.count === undefined ? '' : this.number.format(row.count); }
        return line;
      }));
    };
    filter.addEventListener('input', show);
    this.drawing?.onChange(() => { if (!body.contains(document.activeElement)) show(); });
    show();
    part.append(filter, table);
    element.append(part);
  }

  #areas() {
    if (!this.drawing || this.element.hidden) return;
    const { words, settings } = this;
    const part = this.element.querySelector('[data-map-areas]');
    const rows = [...settings.areas.map(area => [area.name, '', null]), ...this.drawing.features.map((one, at) => [this.#name(one), words[one.properties.kind] ?? '', at])];
    part.replaceChildren(text('h3', words.areas));
    if (!rows.length) { part.append(text('p', words.noArea, 'muted')); return; }
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    for (const name of [words.name, words.kind, '']) { const cell = name ? text('th', name) : document.createElement('td'); if (name) cell.scope = 'col'; head.append(cell); }
    const body = table.createTBody();
    for (const [name, kind, at] of rows) {
      const line = body.insertRow();
      line.insertCell().textContent = name;
      line.insertCell().textContent = kind;
      const last = line.insertCell();
      last.className = 'number';
      if (at !== null) last.append(button(`${words.remove}: ${name}`, 'x', () => this.drawing.remove(at), true));
    }
    part.append(table);
  }

  #name(feature) {
    const what = feature.properties;
    if (what.kind === 'circle') return `${this.number.format(what.radiusMetres / 1000)} km · ${what.latitude}, ${what.longitude}`;
    return nameOf(what, this.settings.language) || `${this.words.polygon} (${feature.geometry.coordinates[0].length - 1})`;
  }
}

function text(tag, content, className) { return Object.assign(document.createElement(tag), { textContent: content, className: className ?? '' }); }
function section(title) { const part = document.createElement('section'); part.append(text('h3', title)); return part; }
