import { blocksOf } from '@domain/content/body'
import { filled, gapsIn, withGaps } from '@domain/content/gaps'
import { linesOf } from '@domain/content/lines'
import { lean } from '@domain/content/markup'
import { emptyDraft, missingIn } from '@/rooms/content/pages/draft/articleDraft'
import { lostWords } from '@/rooms/content/pages/draft/ImportSheet'

jest.mock('@/api', () => ({ api: {} }))

const mine = 'cloud://wo-local.wo-local/pictures/a.png'
const pasted = `<p>第一段</p><p>前<img data-src="https://mmbiz.qpic.cn/x">后</p><img src="${mine}">
<iframe class="video_iframe" data-src="https://v.qq.com/x"></iframe><p>第二段</p>`
const lines = linesOf(blocksOf(withGaps(lean(pasted))))

test('what did not come along leaves a line in its place, and what is ours stays', () => {
  expect(lines.split('\n\n')).toEqual([
    '第一段',
    '前',
    '【这里少一张图片】',
    '后',
    `![](${mine})`,
    '【这里少一段影片】',
    '第二段',
  ])
  expect(gapsIn(lines)).toMatchObject([
    { kind: 'picture', after: '前' },
    { kind: 'film', after: `![](${mine})` },
  ])
  expect(lostWords(lines)).toBe('导入好了，1 张图片、1 段影片没有跟过来，在正文下面一处处补上')
})

test('each gap is filled or left out, and nothing is handed in before', () => {
  const draft = { ...emptyDraft, title: '一周好事', summary: '三件小事', coverId: mine, lines }
  expect(missingIn(draft)).toContain('没补')
  const [picture] = gapsIn(lines)
  const withPicture = picture ? filled(lines, picture, `![](${mine})`) : ''
  expect(withPicture).toContain(`前\n\n![](${mine})\n\n后`)
  const [film] = gapsIn(withPicture)
  const whole = film ? filled(withPicture, film, '') : ''
  expect(whole).toMatch(/\.png\)\n\n第二段$/)
  expect(missingIn({ ...draft, lines: whole })).toBeUndefined()
})
