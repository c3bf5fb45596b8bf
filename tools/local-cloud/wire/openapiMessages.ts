import { Root, type Type } from 'protobufjs'

/** The two messages that openapi calls travel in, as wx-server-sdk 4.0.2 encodes and decodes them. */
const root = Root.fromJSON({
  nested: {
    KeyValuePair: {
      fields: {
        key: { type: 'string', id: 1 },
        value: { type: 'bytes', id: 2 },
        contenttype: { type: 'string', id: 3 },
        filename: { type: 'string', id: 4 },
      },
    },
    OpenApiData: { fields: { pairs: { rule: 'repeated', type: 'KeyValuePair', id: 1 } } },
    CommApiData: {
      fields: {
        apiType: { type: 'int32', id: 1 },
        openapiData: { type: 'OpenApiData', id: 2 },
        appid: { type: 'string', id: 6 },
      },
    },
    CommOpenApiResp: {
      fields: {
        respData: { type: 'bytes', id: 1 },
        contentType: { type: 'string', id: 2 },
        errorCode: { type: 'int32', id: 3 },
      },
    },
  },
})

const requestType: Type = root.lookupType('CommApiData')
const replyType: Type = root.lookupType('CommOpenApiResp')

interface Pair {
  key: string
  value: Uint8Array
  contenttype?: string
}

/** The arguments of an openapi call, keys in snake case. Throws on bytes that are not such a message. */
export function decodeOpenapiRequest(message: Uint8Array): Record<string, unknown> {
  const decoded = requestType.toObject(requestType.decode(message), { arrays: true, bytes: Buffer }) as {
    openapiData?: { pairs: Pair[] }
  }
  const pairs = decoded.openapiData?.pairs ?? []
  return Object.fromEntries(
    pairs.map(({ key, value, contenttype }) => [
      key,
      contenttype ? { contentType: contenttype, bytes: value.length } : JSON.parse(value.toString()),
    ]),
  )
}

export function encodeOpenapiReply(content: Uint8Array, contentType: string): Buffer {
  return Buffer.from(replyType.encode(replyType.create({ respData: content, contentType })).finish())
}
