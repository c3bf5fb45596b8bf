import { positionLimits } from '@domain/careers/position'
import { positionColumns } from '@domain/careers/positionFile'
import { consent } from '@domain/careers/referral'
import { positionWords } from './careersSamples'
import { expectData } from './expectError'
import { newRequestId } from './identityWorld'
import type { TestCloud } from './localCloud'
import { people, type TestPerson } from './people'

/** The steps of 汇人才 that its tests share. */
export function careersSteps(cloud: () => TestCloud) {
  const call = <T = Record<string, string>>(who: TestPerson, name: string, input: object = {}) =>
    cloud().call<T>(who.openid, name, input, newRequestId())
  const does = async <T = Record<string, string>>(who: TestPerson, name: string, input: object = {}) =>
    expectData(await call<T>(who, name, input))

  /** Writes a position and opens it. */
  const open = async (words: Record<string, unknown> = {}): Promise<string> => {
    const { positionId = '' } = await does(people.cao, 'careers.savePosition', {
      words: { ...positionWords, ...words },
    })
    await does(people.cao, 'careers.movePosition', { positionId, version: 1, action: 'publish' })
    return positionId
  }
  const friendFor = (positionId: string, phone: string) => ({
    positionId,
    name: '徐朗',
    phone,
    relation: 'colleague',
    words: '一起做过两年',
    consentVersion: consent.version,
  })
  const refer = async (who: TestPerson, positionId: string, phone: string): Promise<string> =>
    (await does(who, 'careers.refer', friendFor(positionId, phone))).candidateId ?? ''
  const apply = (who: TestPerson, positionId: string, more: object = {}) =>
    call(who, 'careers.apply', {
      positionId,
      contact: '午休可以打电话',
      words: '想做底盘',
      leadId: people.zhao.employeeId,
      ...more,
    })
  const move = async (candidateId: string, action: string, version: number, note = '看过了') =>
    does<{ moved: string[]; skipped: { why: string }[] }>(people.cao, 'careers.moveCandidates', {
      candidates: [{ candidateId, version }],
      action,
      note,
    })
  return { call, does, open, refer, friendFor, apply, move }
}

/** A CSV of positions with these cells in the line's own. */
export function positionFile(lines: readonly Partial<Record<string, string>>[]): string {
  const usual: Record<string, string> = {
    职位: '寒区试验工程师',
    部门: '环境实验室',
    团队: '',
    城市: '大庆',
    地点: '高新区',
    类别: '研发',
    招聘方式: '社招、可内部转岗',
    级别: '中级',
    年限: '2 年以上',
    人数: '1',
    负责人编号: '',
    职责: '冷启动和续航试验',
    要求: '做事细，不怕冷',
  }
  const rows = lines.map(line => positionColumns.map(column => line[column] ?? usual[column] ?? ''))
  return [positionColumns, ...rows].map(row => row.join(',')).join('\n')
}

export const tooMany = positionLimits.importLinesMax + 1
