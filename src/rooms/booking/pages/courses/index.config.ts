export default definePageConfig({ navigationBarTitleText: '健身课', enablePullDownRefresh: true })
