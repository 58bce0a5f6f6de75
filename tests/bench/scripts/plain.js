// The floor: the level alone, by the same rule, in plain JavaScript. The bench compares it with ours.
{
  const { dimensions, levels } = JSON.parse(document.currentScript.dataset.model);
  const records = scan.records();
  const rungs = dimensions.map(({ id }) => Number(JSON.parse(records[`quick.${id}`]).value));
  const nearest = (mean) => Math.floor(mean + 0.5 + 1e-9);
  const mean = rungs.reduce((sum, rung) => sum + rung, 0) / rungs.length;
  const lowest = Math.min(...rungs.filter((_, at) => dimensions[at].critical));
  const level = Math.min(nearest(mean), lowest + 1);
  const drawn = document.createElement("p");
  drawn.className = "kam-headline__level";
  drawn.textContent = `${level} ${levels[level]}`;
  document.querySelector('[data-kam-region="headline"]').replaceChildren(drawn);
}
