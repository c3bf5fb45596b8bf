import { api, useCommand } from '@/api'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { openSheet } from '@/rooms/openSheet'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'

interface ExportSheetProps {
  open: boolean
  positionId?: string
  onClose: () => void
}

/** The candidates as a table, masked. */
export function ExportSheet({ open, positionId, onClose }: ExportSheetProps) {
  const run = useCommand(api.careers.exportCandidates, {
    onDone: ({ csv, url }) => {
      if (csv !== null) void saveCsv('候选人.csv', csv)
      if (url !== null) openSheet(url).catch(() => toast.show('表格没能打开，再试一次'))
      onClose()
    },
  })
  const of = positionId === undefined ? {} : { positionId }
  return (
    <Sheet
      open={open}
      title="导出候选人"
      onClose={onClose}
      note="不含手机号，朋友的姓名打码；谁导出过会留记录"
    >
      <ListRow
        lead="doc"
        title="表格 .xlsx"
        meta="打开或下载"
        onTap={() => void run.run({ format: 'xlsx', ...of })}
      />
      <ListRow
        lead="doc"
        title="文本 .csv"
        meta={savingVerb}
        onTap={() => void run.run({ format: 'csv', ...of })}
      />
    </Sheet>
  )
}
