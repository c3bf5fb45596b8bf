import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Switch } from '@/ui/switch/Switch'

interface ShownRowProps {
  shown: boolean
  onChange: (shown: boolean) => void
}

/** Whether colleagues see an entry; what is put away stays with the editors. */
export function ShownRow({ shown, onChange }: ShownRowProps) {
  return (
    <Card padding="none">
      <ListRow
        plain
        title="同事看得到"
        meta={shown ? '保存后马上出现' : '收起来，随时可以再放出去'}
        end={<Switch on={shown} label="同事看得到" onChange={onChange} />}
      />
    </Card>
  )
}
