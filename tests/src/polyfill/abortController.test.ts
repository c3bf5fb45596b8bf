import { AbortController } from '@/polyfill/abortController'

describe('AbortController for WeChat', () => {
  it('tells each listener once, with the reason', () => {
    const controller = new AbortController()
    const heard = jest.fn()
    const left = jest.fn()
    controller.signal.addEventListener('abort', heard)
    controller.signal.addEventListener('abort', left)
    controller.signal.removeEventListener('abort', left)
    controller.abort('gone')
    controller.abort('again')
    expect(heard).toHaveBeenCalledTimes(1)
    expect(left).not.toHaveBeenCalled()
    expect(controller.signal).toMatchObject({ aborted: true, reason: 'gone' })
    expect(() => controller.signal.throwIfAborted()).toThrow('gone')
  })

  it('does not throw before it is aborted', () => {
    expect(() => new AbortController().signal.throwIfAborted()).not.toThrow()
  })
})
