/** What is wrong with markup in which every element is closed, names its attributes once and no id stands twice; none where it is whole. */
export function faultsOfMarkup(markup: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const text = markup.replace(/^<!DOCTYPE html>\s*/, '').replace(/<style>[^<]*<\/style>/, '');
  for (const [whole, end, name, attributes, closed] of text.matchAll(
    /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][\w:-]*="[^"<]*")*)\s*(\/?)>|<|&(?!(?:amp|lt|gt|quot|#39);)/g,
  )) {
    if (name === undefined) faults.push(`a bare ${whole}`);
    else if (end) {
      const last = open.pop();
      if (last !== name) faults.push(`</${name}> where <${last}> is open`);
    } else {
      const names = [...(attributes ?? '').matchAll(/([a-zA-Z:-]+)="([^"]*)"/g)];
      if (new Set(names.map(([, attribute]) => attribute)).size < names.length)
        faults.push(`twice in ${whole}`);
      const id = names.find(([, attribute]) => attribute === 'id')?.[2];
      if (id !== undefined && ids.has(id)) faults.push(`id ${id} twice`);
      if (id !== undefined) ids.add(id);
      if (!closed) open.push(name);
    }
  }
  const leads = [...text.matchAll(/href="#([^"]*)"/g)].map(([, to]) => to!).filter((to) => !ids.has(to));
  return [
    ...faults,
    ...open.map((name) => `<${name}> stays open`),
    ...leads.map((to) => `nothing at #${to}`),
  ];
}
