import { positionColumns } from '@domain/careers/positionFile'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { pickCsv } from '@/rooms/csvUpload'
import { DeskMenu } from '@/rooms/DeskMenu'
import { isOfFile, UnreadFile } from '@/rooms/UnreadFile'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { toast } from '@/ui/toast/store'
import { deskQueries } from '../../words'

type Report = Output<typeof api.careers.checkPositions>

function useImport(open: boolean) {
  const [report, setReport] = useState<Report>()
  const check = useCommand(api.careers.checkPositions, {
    onDone: setReport,
    onError: error => {
      setReport(undefined)
      return isOfFile(error)
    },
  })
  const apply = useCommand(api.careers.importPositions, {
    outdates: deskQueries,
    onDone: ({ done, already }) => {
      setReport(undefined)
      toast.show(already > 0 ? `导入 ${done} 个，${already} 个早就有了` : `导入 ${done} 个`)
    },
  })
  const choose = async () => {
    const file = await pickCsv().catch(() => {
      toast.show('文件没有传上去，看看网络，再试一次')
      return undefined
    })
    if (file) await check.run({ fileId: file.fileId })
  }
  return {
    report,
    choose,
    unread: check.error,
    apply: () => report && apply.run({ fileId: report.fileId, open }),
  }
}

/** A file with positions, read first: all of it or nothing. */
export default function PositionImportPage() {
  const [open, setOpen] = useState(false)
  const { report, choose, unread, apply } = useImport(open)
  const wrong = report?.wrong ?? 0
  return (
    <Screen
      column
      nav={<Nav title="导入职位" close />}
      side={<DeskMenu here="careers/desk" />}
      bar={
        report ? (
          <BottomBar consequence={wrong > 0 ? `${wrong} 行要改，什么都没动` : '一起导入，或者都不导入'}>
            <Button disabled={wrong > 0} onTap={apply}>
              导入 {report.right} 个
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      <View className="pad column gap-12">
        <Card className="column gap-12">
          <View className="t14 secondary">
            UTF-8 的 CSV，最多 50 行，首行是：{positionColumns.join('、')}
          </View>
          <Checkbox checked={open} onChange={setOpen}>
            导入后直接开放
          </Checkbox>
          <Button kind={report ? 'secondary' : 'primary'} icon="doc" onTap={choose}>
            选择文件并核对
          </Button>
          <Button kind="text" onTap={() => saveCsv('职位.csv', `${positionColumns.join(',')}\n`)}>
            {savingVerb}模板
          </Button>
          <UnreadFile error={unread} />
        </Card>
        {report ? (
          <Card padding="none">
            {report.lines.map(one => (
              <ListRow
                key={one.line}
                title={`第 ${one.line} 行 ${one.title}`}
                meta={one.words}
                end={<Badge tone={one.wrong ? 'bad' : 'ok'}>{one.wrong ? '要改' : '可以'}</Badge>}
              />
            ))}
          </Card>
        ) : null}
      </View>
    </Screen>
  )
}
