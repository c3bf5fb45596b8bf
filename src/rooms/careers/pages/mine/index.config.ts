export default definePageConfig({ navigationBarTitleText: '推荐和申请', enablePullDownRefresh: true })
