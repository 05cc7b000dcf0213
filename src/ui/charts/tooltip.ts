import './tooltip.css';

const ID = 'vg-tooltip-element';
/** From what is pointed at, and from the edge of the window. */
const AWAY = 10;
const EDGE = 8;

interface Size {
  width: number;
  height: number;
}

/** Where a tooltip stands: right of a point, else left of it, else as far right as the window allows; below it, else above. */
export function tooltipPlace({ x, y }: { x: number; y: number }, { width, height }: Size, window: Size) {
  const fits = (from: number, size: number, room: number) => from >= EDGE && from + size <= room - EDGE;
  const [right, left] = [x + AWAY, x - AWAY - width];
  const [below, above] = [y + AWAY, y - AWAY - height];
  const beside = [right, left].find((from) => fits(from, width, window.width));
  const upright = [below, above].find((from) => fits(from, height, window.height));
  return {
    left: beside ?? Math.max(EDGE, window.width - EDGE - width),
    top: upright ?? Math.max(EDGE, above),
  };
}

/** Shows what is said of a mark while it is pointed at; there is no event where the mark is gone. */
export function tooltip(_: unknown, event: MouseEvent | null, __: unknown, said: unknown): void {
  const element = document.getElementById(ID) ?? made();
  const words = event && typeof said === 'string' ? said : '';
  element.classList.toggle('visible', words !== '');
  if (!event || words === '') return;
  element.textContent = words;
  const point = { x: event.clientX, y: event.clientY };
  const { left, top } = tooltipPlace(point, element.getBoundingClientRect(), {
    width: document.documentElement.clientWidth,
    height: window.innerHeight,
  });
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

function made(): HTMLElement {
  const element = document.createElement('div');
  element.id = ID;
  (document.fullscreenElement ?? document.body).append(element);
  return element;
}
