import { fireEvent, render, screen } from '@testing-library/react'
import { createElement, useState } from 'react'
import { RosterNames } from '@/rooms/RosterNames'

const all = ['研发', '制造', '质量', '采购']

function Sheet() {
  const [chosen, setChosen] = useState<readonly string[]>(['采购', '质量'])
  return createElement(RosterNames<string>, {
    query: { isError: false, refetch: () => undefined },
    ...{ all, nameOf: (name: string) => name, placeholder: '找部门', chosen, first: ['老部门'] },
    row: (name: string) =>
      createElement('button', { type: 'button', onClick: () => setChosen([...chosen, name]) }, name),
  })
}

test('what was chosen stands first, and a tap moves nothing under the finger', () => {
  render(createElement(Sheet))
  const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent)
  const inOrder = ['老部门', '质量', '采购', '研发', '制造']
  expect(names()).toEqual(inOrder)
  fireEvent.click(screen.getByText('制造'))
  expect(names()).toEqual(inOrder)
})
