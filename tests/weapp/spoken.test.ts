import { DemoCloud, START_MS_MAX } from '../support/weapp/cloud'
import { findByRole, spokenBy, textOf } from '../support/weapp/looking'
import { MiniProgram } from '../support/weapp/miniProgram'

const STARTS_AT = '2026-11-24T07:30:00+08:00'

const cloud = new DemoCloud()
beforeAll(() => cloud.start(STARTS_AT), START_MS_MAX)
afterAll(() => cloud.stop())

const boot = (who: string, url: string) =>
  new MiniProgram({ call: cloud.for(`demo-${who}`), startsAt: STARTS_AT, url })

test('a tick box says in words whether it is ticked', async () => {
  const phone = boot('stranger', '/rooms/identity/pages/register/index')
  await phone.see('先看一看隐私保护指引，同意后再填')
  const ticks = () => findByRole(phone.top.dom, 'checkbox').map(box => spokenBy(box).ariaChecked)
  expect(ticks()).toEqual(['false'])
  await phone.tap('我已阅读并同意隐私保护指引和社区公约')
  await phone.see('员工编号')
  expect(ticks()).toEqual(['true'])
  phone.shutDown()
})

test('of the tabs, one says that it is chosen and the others that they are not', async () => {
  const phone = boot('linxiaochuan', '/pages/fun/index')
  await phone.see('夜班的第一缕光')
  const tabs = findByRole(phone.top.dom, 'tab').map(tab => [textOf(tab), spokenBy(tab).ariaSelected])
  expect(tabs).toEqual([
    ['沃谈会', 'true'],
    ['沃工会', 'false'],
    ['品牌体验中心', 'false'],
  ])
  phone.shutDown()
})

test('a button says in words whether it can be pressed', async () => {
  const phone = boot('linxiaochuan', '/rooms/access/pages/batch/index')
  await phone.see('想学布光')
  const states = () =>
    findByRole(phone.top.dom, 'button')
      .filter(button => /^(同意|拒绝)(\d项)?$/.test(textOf(button)))
      .map(button => spokenBy(button).ariaDisabled)
  expect(states()).toEqual(['true', 'true'])
  await phone.tap('全选入会')
  await phone.see('同意 3 项')
  expect(states()).toEqual(['false', 'false'])
  phone.shutDown()
})
