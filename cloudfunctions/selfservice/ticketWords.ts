import type { EmployeeContext } from '@platform/context'
import type { MessageDocument, TicketImage } from './ticketDocuments'

interface Said {
  side: MessageDocument['side']
  body: string
  pictures: readonly { fileId: string; traceId: string }[]
}

/** Words of the caller, with pictures that WeChat is still looking at. */
export function saidBy(
  { employee, now, newId }: EmployeeContext,
  ticketId: string,
  { side, body, pictures }: Said,
): MessageDocument {
  const images: TicketImage[] = pictures.map(({ fileId, traceId }) => ({
    fileId,
    traceId,
    state: 'checking',
  }))
  return {
    _id: newId(`words ${ticketId}`),
    ticketId,
    side,
    by: { employeeId: employee.id, name: employee.name },
    body,
    images,
    imagesState: images.length > 0 ? 'checking' : 'none',
    at: now,
  }
}
