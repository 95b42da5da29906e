// A map that can be moved, on top of the drawn one: fetched only when asked for.
(() => {
  "use strict";
  const figure = document.getElementById("map");
  if (!figure || !figure.dataset.cells) return;

  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn quiet small";
  button.textContent = figure.dataset.open;
  figure.append(button);

  const load = (tag, attributes) =>
    new Promise((done, failed) => {
      const node = Object.assign(document.createElement(tag), attributes);
      node.addEventListener("load", done);
      node.addEventListener("error", failed);
      document.head.append(node);
    });

  const colour = (kind) => {
    const probe = document.createElementNS("http://www.w3.org/2000/svg", "path");
    probe.setAttribute("class", kind);
    figure.querySelector("svg").append(probe);
    const found = getComputedStyle(probe).fill;
    probe.remove();
    return found;
  };

  const text = (parts) => {
    const box = document.createElement("div");
    for (const part of parts) box.append(part, document.createElement("br"));
    return box;
  };

  const link = (label, url) => {
    const a = document.createElement("a");
    a.href = url;
    a.textContent = label;
    return a;
  };

  const show = (cells) => {
    const L = window.L;
    const fills = Object.fromEntries(["m-w", "m1", "m2", "m3"].map((kind) => [kind, colour(kind)]));
    const edge = getComputedStyle(document.documentElement).getPropertyValue("--edge") || "#888";
    const base = location.pathname;
    const box = document.createElement("div");
    box.className = "movable";
    figure.querySelector("svg").replaceWith(box);
    const map = L.map(box, { attributionControl: false, scrollWheelZoom: false });
    const layer = L.geoJSON(cells, {
      style: (f) => ({ color: edge, weight: 0.7, fillOpacity: 1, fillColor: fills[f.properties.kind] }),
      pointToLayer: (f, at) => L.circleMarker(at, { radius: 6, weight: 2, color: "#0a4644", fillColor: "#fff", fillOpacity: 1 }),
      onEachFeature: (f, shape) => {
        const p = f.properties;
        const url = p.url || `${base}${f.id}/${location.search}`;
        const numbers = p.kind ? [`${p.organisations} · ${p.activities} · ${p.capacity}`] : [p.place || ""];
        shape.bindPopup(() => text([link(p.name, url), ...numbers]));
      },
    }).addTo(map);
    map.fitBounds(layer.getBounds());
    button.remove();
  };

  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const [answer] = await Promise.all([
        fetch(figure.dataset.cells),
        load("script", { src: figure.dataset.leaflet }),
        load("link", { rel: "stylesheet", href: figure.dataset.sheet }),
      ]);
      if (!answer.ok) throw new Error(answer.status);
      show(await answer.json());
    } catch {
      button.textContent = figure.dataset.failed;
    }
  });
})();
