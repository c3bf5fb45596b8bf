export default definePageConfig({ navigationBarTitleText: '已处理的申请', enablePullDownRefresh: true })
