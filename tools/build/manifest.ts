import * as z from 'zod'

const Trigger = z.object({
  name: z.string().min(1),
  type: z.literal('timer'),
  config: z
    .string()
    .regex(/^(\S+ ){6}\S+$/, 'a timer has seven fields: second minute hour day month weekday year'),
})

/**
 * What `cloudfunctions/<room>/config.json` may say. `permissions` and `triggers` are WeChat's own keys;
 * `timeoutSeconds` and `memoryMb` are set by the deployment, because WeChat takes them from its console.
 */
export const FunctionConfig = z.strictObject({
  timeoutSeconds: z.number().int().min(1).max(60).default(3),
  memoryMb: z.number().int().min(128).max(3072).default(256),
  permissions: z.object({ openapi: z.array(z.string()).default([]) }).default({ openapi: [] }),
  triggers: z.array(Trigger).max(1, 'WeChat allows one timer a function').default([]),
})
export type FunctionConfig = z.infer<typeof FunctionConfig>

const Index = z.strictObject({
  name: z.string().min(1),
  keys: z
    .array(z.tuple([z.string().min(1), z.union([z.literal(1), z.literal(-1)])]))
    .min(1)
    .max(31),
  unique: z.boolean().optional(),
})

/** What a `collections.json` may say: each collection with the indexes that the queries on it name. */
export const CollectionsFile = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/),
  z.strictObject({ indexes: z.array(Index).max(20).default([]) }),
)

export const Manifest = z.object({
  functions: z.record(z.string(), z.object({ hash: z.string(), config: FunctionConfig })),
  collections: z.array(z.object({ name: z.string(), indexes: z.array(Index) })),
})

/**
 * Written beside the bundles as `manifest.json`: the local cloud and the deployment learn from it which
 * functions and collections exist. It lies outside the functions' own folders, which are uploaded whole.
 */
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST_FILE = 'manifest.json'
