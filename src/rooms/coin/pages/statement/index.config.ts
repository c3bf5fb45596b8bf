export default definePageConfig({ navigationBarTitleText: '沃币明细', enablePullDownRefresh: true })
