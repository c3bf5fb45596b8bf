import { followUnfetched } from '@/api/unfetched.h5'

const say = jest.fn()
const goBack = jest.spyOn(window.history, 'back').mockReturnValue()
const reject = (reason: unknown) => {
  const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason })
  window.dispatchEvent(event)
  return event
}

window.history.replaceState({ idx: 3 }, '')
const noteShown = followUnfetched(say)
beforeEach(() => jest.clearAllMocks())

it('says that a page could not be fetched, and takes its address back', () => {
  window.history.replaceState({ idx: 4 }, '')
  expect(reject(new Error('Loading chunk 771 failed.')).defaultPrevented).toBe(true)
  expect(say).toHaveBeenCalledTimes(1)
  expect(goBack).toHaveBeenCalledTimes(1)
})

it('goes nowhere from what stood in the place of the page that is shown', () => {
  window.history.replaceState({ idx: 4 }, '')
  noteShown()
  reject(new Error('Loading CSS chunk 771 failed.'))
  expect(say).toHaveBeenCalledTimes(1)
  expect(goBack).not.toHaveBeenCalled()
})

it('leaves every other error to whoever looks for it', () => {
  expect(reject(new Error('Loading of the hall failed')).defaultPrevented).toBe(false)
  reject('Loading chunk 771 failed.')
  expect(say).not.toHaveBeenCalled()
})
