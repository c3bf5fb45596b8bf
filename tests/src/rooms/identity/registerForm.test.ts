import { isEmployeeId, readEmployeeId, registerProblem, sayTooOften } from '@/rooms/identity/registerForm'

const whole = { agreed: true, employeeId: 'VC018842', name: '林晓川', phoneCode: 'code-1234' }

test('reads a number the way people type it', () => {
  expect(readEmployeeId('ＶＣ０１８８４２')).toBe('VC018842')
  expect(readEmployeeId(' vc 018842')).toBe('VC018842')
  expect(readEmployeeId('018842')).toBe('VC018842')
  expect(isEmployeeId('VC01884')).toBe(false)
  expect(isEmployeeId('XX018842')).toBe(false)
})

test('nothing is asked before the agreement', () => {
  expect(registerProblem({ agreed: false, employeeId: '', name: '', phoneCode: '' })).toContain('隐私')
  expect(registerProblem({ ...whole, agreed: false })).toContain('隐私')
})

test('says what is still missing, one thing at a time', () => {
  expect(registerProblem({ ...whole, employeeId: '1' })).toContain('编号')
  expect(registerProblem({ ...whole, name: '林' })).toContain('姓名')
  expect(registerProblem({ ...whole, phoneCode: '' })).toContain('手机号')
  expect(registerProblem(whole)).toBeUndefined()
})

test('says to whoever has tried too often from which minute they may again', () => {
  const now = Date.parse('2026-11-19T07:30:20+08:00')
  expect(sayTooOften('一小时后', Date.parse('2026-11-19T08:12:20+08:00'), now)).toBe(
    '试的次数有点多，今天 8:13 起可以再试',
  )
  expect(sayTooOften('一小时后', undefined, now)).toBe('一小时后')
})
