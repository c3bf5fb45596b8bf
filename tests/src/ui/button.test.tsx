import { act, fireEvent, render, screen } from '@testing-library/react'
import { Button } from '@/ui/button/Button'

/** A promise that the test settles itself. */
function pending() {
  let settle: () => void = () => undefined
  const promise = new Promise<void>(resolve => {
    settle = resolve
  })
  return { promise, settle }
}

describe('Button', () => {
  it('cannot be tapped twice while its work runs, not even within one frame', async () => {
    const work = pending()
    const onTap = jest.fn(() => work.promise)
    render(<Button onTap={onTap}>登记</Button>)
    const button = screen.getByRole('button')
    act(() => {
      button.click()
      button.click()
    })
    fireEvent.click(button)
    expect(onTap).toHaveBeenCalledTimes(1)
    expect(button.getAttribute('aria-busy')).toBe('true')
    await act(async () => work.settle())
    expect(button.getAttribute('aria-busy')).toBe('false')
    await act(async () => button.click())
    expect(onTap).toHaveBeenCalledTimes(2)
  })

  it.each([{ disabled: true }, { busy: true }])('does nothing when %o', state => {
    const onTap = jest.fn()
    render(
      <Button {...state} onTap={onTap}>
        登记
      </Button>,
    )
    fireEvent.click(screen.getByRole('button'))
    expect(onTap).not.toHaveBeenCalled()
    expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true')
  })

  it('can be tapped again at once when the work is not a promise', () => {
    const onTap = jest.fn()
    render(<Button onTap={onTap}>看看</Button>)
    fireEvent.click(screen.getByRole('button'))
    fireEvent.click(screen.getByRole('button'))
    expect(onTap).toHaveBeenCalledTimes(2)
  })
})
