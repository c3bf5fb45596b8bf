import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { PrivacyUpdate } from '@/rooms/identity/PrivacyUpdate'

const EARLIER = '1'
const mockAgreed: unknown[] = []
let mockSession: { standing: string; privacyVersion: string; agreedPrivacyVersion: string | null } | undefined

jest.mock('@/api', () => ({
  api: { identity: { agreeToPrivacy: 'agree', openSession: 'session', openPrivacy: 'privacy' } },
  useSession: () => ({ data: mockSession }),
  useCommand: () => ({ run: (input: unknown) => void mockAgreed.push(input) }),
}))
jest.mock('@/rooms/open', () => ({ openPage: jest.fn() }))

function launched(session: typeof mockSession) {
  mockSession = session
  render(<PrivacyUpdate />)
}
const colleague = (agreed: string | null, current = PRIVACY_VERSION) => ({
  standing: 'employee',
  privacyVersion: current,
  agreedPrivacyVersion: agreed,
})
const asked = () => screen.queryByText('隐私保护指引更新了') !== null

test.each([
  ['before the session is known', undefined],
  ['whoever agreed to it', colleague(PRIVACY_VERSION)],
  ['a stranger', { ...colleague(null), standing: 'stranger' }],
  ['with a text that is not the cloud’s', colleague(EARLIER, 'later')],
])('does not ask %s', (_, session) => {
  launched(session)
  expect(asked()).toBe(false)
})

test('asks whoever agreed to an earlier one, and agrees to the one that is shown', () => {
  launched(colleague(EARLIER))
  expect(asked()).toBe(true)
  fireEvent.click(screen.getByText('同意'))
  expect(mockAgreed).toEqual([{ version: PRIVACY_VERSION }])
})

test('asks no more in this launch once it was closed', async () => {
  launched(colleague(EARLIER))
  fireEvent.click(screen.getByLabelText('关闭'))
  await waitFor(() => expect(asked()).toBe(false))
})
