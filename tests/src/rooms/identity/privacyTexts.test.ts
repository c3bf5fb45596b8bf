import { COOLING_DAYS, EXPORT_LIFE_HOURS, keptNames } from '@domain/identity/ownData'
import { collected, privacyGuide } from '@/rooms/identity/pages/privacy/texts'

const words = privacyGuide.flatMap(({ lines }) => lines).join('\n')

describe('the privacy guide', () => {
  it('names everything that 我的数据 shows, each thing once', () => {
    const named = collected.flatMap(({ tables }) => tables)
    expect([...named].sort()).toEqual([...keptNames].sort())
  })

  it('sends nobody to HR for what is done under 我的数据, and gives its terms', () => {
    expect(words).toContain(`${COOLING_DAYS} 天内可以反悔`)
    expect(words).toContain(`下载 ${EXPORT_LIFE_HOURS} 小时`)
    expect(words).not.toContain('向人力资源提出')
  })
})
