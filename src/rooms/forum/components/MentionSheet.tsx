import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { api, useQueryOf, useSession } from '@/api'
import { Face } from '@/rooms/Face'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { type Colleague, keepMentioned, readMentioned } from '../recentMentions'
import './mentionSheet.scss'

interface MentionSheetProps {
  open: boolean
  onClose: () => void
  onChoose: (colleague: Colleague) => void
}

/** While somebody types nothing is asked: only once the fingers rest. */
const RESTING_MS = 300

/** Those whom somebody has called of late and who are still here, as they are now; without a network as they were. */
function useRecent(mentioned: readonly Colleague[], open: boolean): readonly Colleague[] {
  const employeeIds = mentioned.map(({ employeeId }) => employeeId)
  const here = useQueryOf(
    api.forum.listCalled,
    { employeeIds },
    { enabled: open && employeeIds.length > 0, kept: false },
  )
  return here.isError ? mentioned : (here.data?.colleagues ?? [])
}

/** Who is meant, while the name is being typed; before, those who were called of late. */
export function MentionSheet({ open, onClose, onChoose }: MentionSheetProps) {
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), RESTING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const { data, isError } = useQueryOf(
    api.identity.findColleagues,
    { text },
    { enabled: open && text !== '', kept: false },
  )
  const [mentioned, setMentioned] = useState<Colleague[]>([])
  useEffect(() => {
    if (!open) return
    setMentioned(readMentioned())
    setTyped('')
    setText('')
  }, [open])
  const recent = useRecent(mentioned, open)
  // Nobody calls themselves: no notice would come of it.
  const me = useSession().me?.employeeId
  const found = text === '' ? recent : (data?.colleagues ?? [])
  const colleagues = found.filter(({ employeeId }) => employeeId !== me)
  const choose = (colleague: Colleague) => {
    keepMentioned(colleague)
    onChoose(colleague)
  }
  return (
    <Sheet open={open} title="提到谁" onClose={onClose} note="对方会收到一条通知">
      <Field
        label="姓名、拼音或编号"
        value={typed}
        onChange={setTyped}
        placeholder="赵启明，zqm"
        maxLength={20}
      />
      <View className="mt-8">
        {text === '' && colleagues.length > 0 ? <View className="t12 secondary">最近提到过</View> : null}
        {colleagues.map(colleague => (
          <ListRow
            key={colleague.employeeId}
            lead={<Face of={colleague} />}
            title={colleague.name}
            meta={`${colleague.site} · ${colleague.department}`}
            chevron={false}
            onTap={() => choose(colleague)}
          />
        ))}
        {text !== '' && data && colleagues.length === 0 ? (
          <View className="mention-sheet__none">没有找到「{text}」，换个写法试试</View>
        ) : null}
        {text !== '' && isError && !data ? (
          <View className="mention-sheet__none">没能找到人，看看网络，再写一次</View>
        ) : null}
      </View>
    </Sheet>
  )
}
