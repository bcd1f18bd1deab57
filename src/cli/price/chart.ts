/** One bar: its parts are stacked. */
export interface Bar {
  /** What tells it from the other bars of its group, such as a date; empty when there is one. */
  readonly label: string;
  readonly parts: readonly { readonly name: string; readonly value: number; readonly text: string }[];
  /** The sum as text, printed at the bar's end. */
  readonly text: string;
}

/** Bars that belong together, such as one market before and after a date. */
export interface BarGroup {
  readonly label: string;
  readonly bars: readonly Bar[];
}

/** What a chart shows. */
export interface Chart {
  readonly title: string;
  readonly subtitle: string;
  /** Whether the chart stands in a page that prints title and subtitle: then they are only for screen readers. */
  readonly inPage?: boolean;
  readonly groups: readonly BarGroup[];
}

const palette: Readonly<Record<string, string>> = {
  marketing: '#d9622b',
  marketing_lite: '#e39b6d',
  utility: '#2374ab',
  authentication: '#6a4c93',
  authentication_international: '#a58bc4',
  service: '#2f8f5b',
  general_purpose_ai: '#7d8791',
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text safe inside of SVG and HTML. */
export const escapeText = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const getColor = (name: string): string => palette[name] ?? '#7d8791';
const getWidth = (text: string): number => text.length * 7.2;
const left = 24;
const plotWidth = 520;
const barHeight = 18;

function legend(names: readonly string[], y: number): string {
  let x = left;
  return names
    .map((name) => {
      const at = x;
      x += 34 + getWidth(name.replaceAll('_', ' '));
      return `<rect x="${at}" y="${y}" width="12" height="12" rx="2" fill="${getColor(name)}"/><text x="${at + 18}" y="${y + 10.5}">${escapeText(name.replaceAll('_', ' '))}</text>`;
    })
    .join('');
}

function drawBar(bar: Bar, x: number, y: number, scale: number): string {
  let at = x;
  const parts = bar.parts.map(({ name, value, text }) => {
    const width = value * scale;
    const rect = `<rect x="${at.toFixed(1)}" y="${y}" width="${Math.max(width, 0.5).toFixed(1)}" height="${barHeight}" fill="${getColor(name)}"><title>${escapeText(`${name.replaceAll('_', ' ')}: ${text}`)}</title></rect>`;
    at += width;
    return rect;
  });
  const label =
    bar.label === ''
      ? ''
      : `<text class="small" x="${x - 8}" y="${y + 13}" text-anchor="end">${escapeText(bar.label)}</text>`;
  return `${label}${parts.join('')}<text x="${(at + 8).toFixed(1)}" y="${y + 13}">${escapeText(bar.text)}</text>`;
}

/** Draws a chart as one self-contained SVG, readable on light and dark ground. */
export function drawChart({ title, subtitle, groups, inPage = false }: Chart): string {
  const bars = groups.flatMap((group) => group.bars);
  const sum = (bar: Bar): number => bar.parts.reduce((total, { value }) => total + value, 0);
  const scale = plotWidth / Math.max(...bars.map(sum), 1e-9);
  const names = [...new Set(bars.flatMap(({ parts }) => parts.map(({ name }) => name)))];
  const grouped = groups.some((group) => group.bars.length > 1);
  const labelWidth = Math.max(
    ...groups.map(({ label }) => getWidth(label)),
    ...bars.map(({ label }) => getWidth(label)),
    60,
  );
  const x = left + labelWidth + 12;
  const top = inPage ? 20 : 74;
  let y = top + 30;
  const body = groups.map((group) => {
    const label = `<text class="strong" x="${grouped ? left : x - 8}" y="${y + 13}" text-anchor="${grouped ? 'start' : 'end'}">${escapeText(group.label)}</text>`;
    if (grouped) y += barHeight + 2;
    const drawn = group.bars.map((bar) => {
      const one = drawBar(bar, x, y, scale);
      y += barHeight + 4;
      return one;
    });
    y += grouped ? 10 : 4;
    return label + drawn.join('');
  });
  const width = Math.ceil(x + plotWidth + Math.max(...bars.map(({ text }) => getWidth(text)), 0) + 32);
  const height = y + 16;
  const described = groups.map(
    (group) => `${group.label}: ${group.bars.map((bar) => `${bar.label} ${bar.text}`.trim()).join(', ')}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="chart-title chart-text">
<title id="chart-title">${escapeText(title)}</title>
<desc id="chart-text">${escapeText(`${subtitle}. ${described.join('; ')}`)}</desc>
<style>
  .ground { fill: #ffffff } text { font: 13px system-ui, sans-serif; fill: #1c2733 } .title { font-size: 18px; font-weight: 600 } .small { font-size: 12px; fill: #5b6875 } .strong { font-weight: 600 }
  @media (prefers-color-scheme: dark) { .ground { fill: #12181f } text { fill: #e8edf2 } .small { fill: #9fb0c0 } }
</style>
<rect class="ground" width="100%" height="100%" rx="8"/>
${inPage ? '' : `<text class="title" x="${left}" y="36">${escapeText(title)}</text><text class="small" x="${left}" y="58">${escapeText(subtitle)}</text>`}
${legend(names, top)}
${body.join('\n')}
</svg>
`;
}
