import { explainedParts, WordFinder } from '@domain/knowledge/matching'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { Explained } from '@/ui/explained/Explained'
import { ExplainingScreen } from '@/ui/explained/ExplainingScreen'
import { type Teacher, teach, useTeacher } from '@/ui/explained/teacher'

const onMore = jest.fn()
const onAsk = jest.fn()
const finder = new WordFinder([
  { id: 'spa', names: ['SPA'] },
  { id: 'soc', names: ['SOC', '剩余电量'] },
])
const teacher: Teacher = {
  idsIn: text => [...new Set(finder.find(text).map(({ id }) => id))],
  partsOf: (text, wanted) => explainedParts(text, finder.find(text), wanted),
  explain: id => ({
    id,
    word: id.toUpperCase(),
    names: [],
    gist: '还剩百分之几',
    words: `关于 ${id} 的解释`,
    likeness: '',
    source: '行业通用',
    related: id === 'spa' ? [{ id: 'soc', word: 'SOC' }] : [],
    keep: null,
    onMore,
    onAsk,
  }),
}

const page = (...texts: string[]) => (
  <ExplainingScreen>
    {texts.map(text => (
      <p key={text}>
        <Explained text={text} />
      </p>
    ))}
  </ExplainingScreen>
)
const explained = (container: HTMLElement) =>
  [...container.querySelectorAll('.explained')].map(word => word.textContent)

beforeEach(() => {
  onMore.mockClear()
  useTeacher.setState({ teacher: undefined })
})

describe('Explained', () => {
  it('shows the same letters before and after the words have come', () => {
    const { container } = render(page('SPA 平台的 SOC', '<b>SOC</b>'))
    const before = container.textContent
    expect(explained(container)).toEqual([])
    act(() => teach(teacher))
    expect(explained(container)).toEqual(['SPA', 'SOC'])
    expect(container.textContent).toBe(before)
    expect(container.querySelector('b')).toBeNull()
  })

  it('explains a word once on a screen, in the text that stands first, and passes it on when that leaves', () => {
    teach(teacher)
    const { container, rerender } = render(page('先说 SOC', '再说 SOC 和剩余电量', 'SPA'))
    expect(explained(container)).toEqual(['SOC', 'SPA'])
    expect(container.querySelector('p')?.querySelector('.explained')).not.toBeNull()
    rerender(page('先说别的', '后来才说 SOC', 'SPA'))
    expect(explained(container)).toEqual(['SOC', 'SPA'])
  })

  it('tells what a word means, leads to what goes with it and to its page, and lets no tap through', () => {
    teach(teacher)
    const below = jest.fn()
    const { container } = render(
      // biome-ignore lint/a11y: what lies below is any card that takes taps
      <div onClick={below}>{page('SPA')}</div>,
    )
    const word = container.querySelector('.explained')
    if (word) fireEvent.click(word)
    expect(below).not.toHaveBeenCalled()
    expect(screen.getByText('关于 spa 的解释')).not.toBeNull()
    fireEvent.click(screen.getByText('SOC'))
    expect(screen.getByText('关于 soc 的解释')).not.toBeNull()
    fireEvent.click(screen.getByText('看词条'))
    expect(onMore).toHaveBeenCalledTimes(1)
    if (word) fireEvent.click(word)
    fireEvent.click(screen.getByText('还是没懂'))
    expect(onAsk).toHaveBeenCalledTimes(1)
  })

  it('is plain outside of a screen', () => {
    teach(teacher)
    const { container } = render(<Explained text="SPA" />)
    expect(container.innerHTML).toBe('SPA')
  })
})
