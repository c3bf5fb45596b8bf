import { act, fireEvent, render, screen } from '@testing-library/react'
import { toast, useToast } from '@/ui/toast/store'
import { ToastHost } from '@/ui/toast/ToastHost'

const undo = () => {
  const request = { text: '已同意 韩冬 加入', onUndo: jest.fn(), onExpire: jest.fn() }
  act(() => toast.undo(request))
  return request
}

beforeEach(() => {
  jest.useFakeTimers()
  render(<ToastHost />)
})
afterEach(() => {
  act(() => toast.dismiss())
  jest.useRealTimers()
})

describe('toast', () => {
  it('counts the seconds down and then carries out what it announced', () => {
    const { onUndo, onExpire } = undo()
    expect(screen.getByText('撤销 5')).toBeTruthy()
    act(() => jest.advanceTimersByTime(4000))
    expect(screen.getByText('撤销 1')).toBeTruthy()
    expect(onExpire).not.toHaveBeenCalled()
    act(() => jest.advanceTimersByTime(1000))
    expect(onExpire).toHaveBeenCalledTimes(1)
    expect(onUndo).not.toHaveBeenCalled()
    expect(useToast.getState().current).toBeUndefined()
  })

  it('takes back on a tap, and then nothing goes out', () => {
    const { onUndo, onExpire } = undo()
    fireEvent.click(screen.getByText('撤销 5'))
    act(() => jest.advanceTimersByTime(60_000))
    expect(onUndo).toHaveBeenCalledTimes(1)
    expect(onExpire).not.toHaveBeenCalled()
  })

  it('carries out an undo that another message pushes away', () => {
    const { onExpire } = undo()
    act(() => toast.show('已复制'))
    expect(onExpire).toHaveBeenCalledTimes(1)
    expect(screen.getByText('已复制')).toBeTruthy()
  })

  it('says what was earned, why, and what is left today', () => {
    act(() => toast.earned({ amount: 10, reason: '话题评论 5 × 2', multiplier: 2, leftToday: 30 }))
    expect(screen.getByText('+10 沃币 · Happy Hour ×2')).toBeTruthy()
    expect(screen.getByText('话题评论 5 × 2，今天还能再得 30')).toBeTruthy()
  })

  it('leaves after a while', () => {
    act(() => toast.show('已复制'))
    act(() => jest.advanceTimersByTime(3000))
    expect(screen.queryByText('已复制')).toBeNull()
  })
})
