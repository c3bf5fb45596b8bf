export default definePageConfig({ navigationBarTitleText: '词条' })
