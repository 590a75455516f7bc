import type { ChartData, HeatData } from '@baton/shared';
import * as echarts from 'echarts';

/** Told apart in light and dark, and by people who do not see every colour. */
const COLOURS = ['#3b7dd8', '#b3761a', '#5b8f3a', '#c0392b'];
const INK = { color: 'currentColor' };
const LINE = { lineStyle: { color: '#8888' } };
const WIDTH = 560;

/** Draws bars lying down, stacked where there are several series, as SVG that takes the page's own ink. */
export function barChart({ names, series }: ChartData): string {
  const height = 60 + 26 * names.length;
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({
    ...{ animation: false, color: COLOURS, textStyle: { fontFamily: 'system-ui, sans-serif', ...INK } },
    legend: { show: series.length > 1, textStyle: INK, bottom: 0, itemGap: 28 },
    grid: { left: 8, right: 24, top: 8, bottom: 34, containLabel: true },
    xAxis: { type: 'value', axisLabel: INK, splitLine: LINE },
    yAxis: { type: 'category', inverse: true, data: names, axisLabel: INK, axisLine: LINE, axisTick: { show: false } },
    series: series.map(({ name, values }) => ({ type: 'bar', stack: 'all', silent: true, name, data: values })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** Draws a value as the darkness of a field, row by row; the darkest is the most there is. */
export function heatMap({ rows, columns, values }: HeatData): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 640, height: 60 + 26 * rows.length });
  const data = values.flatMap((row, y) => row.map((value, x) => [x, y, value]));
  const axis = { type: 'category', axisLabel: INK, axisLine: LINE, axisTick: { show: false } } as const;
  chart.setOption({
    ...{ animation: false, textStyle: { fontFamily: 'system-ui, sans-serif', ...INK } },
    grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
    xAxis: { ...axis, data: columns.map(name => name.slice(0, 2)) },
    yAxis: { ...axis, inverse: true, data: rows },
    visualMap: {
      ...{ show: false, min: 0, max: Math.max(1, ...values.flat()) },
      inRange: { color: ['#b3391f08', '#b3391f'] },
    },
    series: [{ type: 'heatmap', silent: true, data, itemStyle: { borderWidth: 1, borderColor: '#8884' } }],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
