import { remarksOn } from '../../tools/seed/remarks'
import { commuteTalk, launchTalk, photoTalk } from '../../tools/seed/talk'
import { familyTalk, lifeTalk, recurring, sportTalk } from '../../tools/seed/talkMore'

const SITE = '上海'
const told = [launchTalk, commuteTalk, photoTalk, familyTalk, sportTalk, lifeTalk]
  .flat()
  .map(({ title, board }) => ({ title, boardId: board }))
const comesBack = recurring.map(([boardId, title]) => ({ title: `11 月 20 日，${title}`, boardId }))

describe('what is said in passing', () => {
  it.each([...told, ...comesBack])('has words of its own for $title', post => {
    const [own = [], onBoard = [], anywhere = []] = remarksOn(post, SITE)
    expect(own.length).toBeGreaterThan(0)
    expect(onBoard.length).toBeGreaterThan(10)
    expect(anywhere.length).toBeGreaterThan(10)
  })

  it('fits any post of a board, so that nothing of one post is said under another', () => {
    const specific = new Set([...told, ...comesBack].flatMap(post => remarksOn(post, SITE)[0] ?? []))
    const general = [...told, ...comesBack].flatMap(post => remarksOn(post, SITE).slice(1).flat())
    expect(general.filter(remark => specific.has(remark))).toEqual([])
    expect(general).not.toContain('北门那辆我也看见了')
  })
})
