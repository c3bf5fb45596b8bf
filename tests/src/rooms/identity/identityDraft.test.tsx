import { act, renderHook } from '@testing-library/react'
import { emptyRegister } from '@/rooms/identity/registerForm'
import { useBegunWith, useIdentityDraft } from '@/rooms/identity/useIdentityDraft'

const phone = new Map<string, unknown>()
let who = 'me'
jest.mock('@/api', () => ({ callerScope: () => who }))
jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => phone.get(key) ?? '',
  setStorageSync: (key: string, data: unknown) => void phone.set(key, data),
  removeStorageSync: (key: string) => void phone.delete(key),
}))

const open = () => renderHook(() => useIdentityDraft('register', emptyRegister))
const written = { agreed: true, employeeId: 'VC018842', name: '林晓川' }

beforeEach(() => {
  phone.clear()
  who = 'me'
})

function fillIn() {
  const page = open()
  act(() => page.result.current.change({ ...written, phoneCode: 'code-1234' }))
  return page
}

it('keeps number, name and tick over leaving the page, but not what WeChat vouched for', () => {
  const { result, unmount } = fillIn()
  expect(result.current.draft).toEqual({ ...written, phoneCode: 'code-1234' })
  unmount()
  expect(open().result.current.draft).toEqual({ ...written, phoneCode: '' })
  expect(JSON.stringify([...phone.values()])).not.toContain('code-1234')
})

it('is nobody else’s, and gone once it is done', () => {
  const { result } = fillIn()
  who = 'somebody-else'
  expect(open().result.current.draft.name).toBe('')
  who = 'me'
  act(() => result.current.drop())
  expect(open().result.current.draft.name).toBe('')
})

it('goes on from registering to being bound anew with what was ticked and written', () => {
  fillIn().unmount()
  const empty = { ...emptyRegister, reason: '' }
  const { result } = renderHook(() => useIdentityDraft('rebind', useBegunWith(empty)))
  expect(result.current.draft).toEqual({ ...written, reason: '', phoneCode: '' })
})
