import { type BrowserWorld, startBrowserWorld } from '../support/browser/world'
let world: BrowserWorld
beforeAll(async () => { world = await startBrowserWorld('2026-11-23T23:40:00.000Z') })
afterAll(async () => { await world.close().catch(e => console.log(String(e))) })
const room = (page: string, query = '') => `rooms/selfservice/pages/${page}/index?${query}`
const pages: [string, string, string][] = [
  ['home', room('shuttle'), 'demo-linxiaochuan'],
  ['homenew', room('shuttle'), 'demo-maxiao-none'],
  ['line', room('line', 'lineId=sh3'), 'demo-linxiaochuan'],
  ['time', room('timetable', 'lineId=sh3'), 'demo-linxiaochuan'],
  ['desk', room('shuttleDesk'), 'demo-panyue'],
  ['draft', room('shuttleDraft', 'versionId=shuttle-draft'), 'demo-panyue'],
  ['edit', room('shuttleEdit', 'versionId=shuttle-draft&lineId=sh2'), 'demo-panyue'],
  ['import', room('shuttleImport'), 'demo-panyue'],
  ['energy', 'pages/energy/index', 'demo-linxiaochuan'],
]
const looks = [
  ['390', { width: 390, height: 844 }],
  ['320', { width: 320, height: 568, textScale: 1.4 }],
  ['dark', { width: 390, height: 844, theme: 'dark' as const }],
] as const
it('shoots', async () => {
  for (const [look, options] of looks)
    for (const [name, path, who] of pages) {
      const v = await world.visit(who, options)
      await v.open(path)
      await v.settle().catch(() => undefined)
      await v.page.screenshot({ path: `/tmp/shots/${name}-${look}.png`, fullPage: true })
      if (look === '390' || look === '320') {
        const wide = await v.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (wide > 0) console.log('WIDE', name, look, wide)
      }
      if (v.complaints.length) console.log(name, look, v.complaints)
      v.complaints.length = 0
      await v.context.close()
    }
  const v = await world.visit('demo-panyue', { width: 1280, height: 860 })
  await v.open(pages[6]![1]); await v.settle(); await v.page.screenshot({ path: '/tmp/shots/edit-wide.png' })
  await v.tap(/^第 1 班/); await v.settle(); await v.page.screenshot({ path: '/tmp/shots/trip-wide.png' })
}, 200000)
