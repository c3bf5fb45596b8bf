import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { wordsOfDocument } from '@/rooms/knowledge/pages/documentEdit/documentDraft'
import { useDocumentDraft } from '@/rooms/knowledge/pages/documentEdit/useDocumentDraft'

const stored = new Map<string, unknown>()
const owner = { employeeId: 'VC014271', name: '孟川', site: '上海', department: '质量' }
const document = {
  ...{ documentId: 'travel', title: '国内差旅标准', summary: '住宿的上限。', category: 'policy' as const },
  ...{ state: 'live' as const, owner, departments: ['质量'], expiresOn: null, version: 3 },
  edition: { number: 1, fileName: 'a.pdf', kind: 'pdf' as const, bytes: 9, note: '', at: 0, by: '孟川' },
  ...{ readers: 0, downloads: 0 },
}

beforeEach(() => {
  stored.clear()
  jest.mocked(Taro.getStorageSync).mockImplementation(key => stored.get(String(key)) ?? '')
  jest.mocked(Taro.setStorageSync).mockImplementation((key, value) => void stored.set(String(key), value))
  jest.mocked(Taro.removeStorageSync).mockImplementation(key => void stored.delete(String(key)))
})

test('what an editor has changed of a document outlives the page, and is laid over what it says by now', () => {
  const first = renderHook(() => useDocumentDraft(document))
  act(() => first.result.current.change({ summary: '住宿和餐补的上限。', departments: ['质量', '总装'] }))
  first.unmount()
  const again = renderHook(() => useDocumentDraft({ ...document, title: '差旅标准', version: 4 }))
  expect(again.result.current.draft).toMatchObject({ title: '差旅标准', summary: '住宿和餐补的上限。' })
  expect(wordsOfDocument(again.result.current.draft, owner.employeeId).departments).toEqual(['质量', '总装'])
  expect(renderHook(() => useDocumentDraft(undefined)).result.current.draft.title).toBe('')
  act(() => again.result.current.drop())
  expect(renderHook(() => useDocumentDraft(document)).result.current.draft.summary).toBe('住宿的上限。')
})
