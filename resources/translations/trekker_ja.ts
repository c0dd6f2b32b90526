<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>Accuracy</name>
    <message>
        <source>Told right: {share}</source>
        <translation>正解率：{share}</translation>
    </message>
    <message>
        <source>Told right: {share} of the rows learnt from, {held_out} of the {count} held out</source>
        <translation>正解率：学習に使った行で {share}、取り置いた {count} 行で {held_out}</translation>
    </message>
</context>
<context>
    <name>AxesItem</name>
    <message>
        <source>height ({unit})</source>
        <translation>高さ ({unit})</translation>
    </message>
    <message>
        <source>height: cost</source>
        <translation>高さ：コスト</translation>
    </message>
    <message>
        <source>{height}, compressed</source>
        <translation>{height}（圧縮表示）</translation>
    </message>
    <message>
        <source>{height}, compressed below the ground</source>
        <translation>{height}（地面より下は圧縮）</translation>
    </message>
</context>
<context>
    <name>BoundsDialog</name>
    <message>
        <source>Closer</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Map of {title}</source>
        <translation>「{title}」の地図</translation>
    </message>
    <message>
        <source>The map shows this part of the ground.</source>
        <translation>地図には、地形のこの範囲が表示されます。</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>広域</translation>
    </message>
</context>
<context>
    <name>BoundsFields</name>
    <message>
        <source>to</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>{axis} from</source>
        <translation>{axis} の下限</translation>
    </message>
    <message>
        <source>{axis} must run from a smaller number to a larger one.</source>
        <translation>{axis} の範囲は、小さい数から大きい数へ指定してください。</translation>
    </message>
    <message>
        <source>{axis} to</source>
        <translation>{axis} の上限</translation>
    </message>
    <message>
        <source>“{field}” must be a number, such as −2.5.</source>
        <translation>「{field}」には、−2.5 のような数を入力してください。</translation>
    </message>
</context>
<context>
    <name>Classes</name>
    <message>
        <source>Classes of {target}: true and told</source>
        <translation>{target}のクラス：真と予測</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>Columns: tick the inputs</source>
        <translation>列：入力にする列にチェックを付けてください</translation>
    </message>
    <message>
        <source>Input columns</source>
        <translation>入力列</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>欠損</translation>
    </message>
    <message>
        <source>Take the marked column as</source>
        <translation>選んだ列の扱い</translation>
    </message>
    <message>
        <source>Taken as</source>
        <translation>扱い</translation>
    </message>
    <message>
        <source>{kind} ({unit})</source>
        <translation>{kind}（{unit}）</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Fit: {target}, predicted and true</source>
        <translation>当てはめ：{target} の予測値と真の値</translation>
    </message>
    <message>
        <source>Predicted against true</source>
        <translation>予測値と真の値</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>予測値</translation>
    </message>
    <message>
        <source>true {target}</source>
        <translation>真の {target}</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混同行列</translation>
    </message>
    <message>
        <source>read</source>
        <translation>読み</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真</translation>
    </message>
    <message>
        <source>{count} times a {true} was read as {said}</source>
        <translation>{true}が{said}と読まれた回数：{count}</translation>
    </message>
    <message>
        <source>{right} of {every} read right</source>
        <translation>{every}件中{right}件を正しく読みました</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>0 divides by the size of the slope underfoot alone, 1 by the mean alone.</source>
        <translation>0 では足もとの勾配の大きさだけ、1 では平均だけで割ります。</translation>
    </message>
    <message>
        <source>0 follows the slope underfoot alone, 1 the mean of the slopes alone.</source>
        <translation>0 では足もとの勾配だけ、1 では勾配の平均だけに従います。</translation>
    </message>
    <message>
        <source>0 follows the slope underfoot alone, 1 the mean of the slopes before alone.</source>
        <translation>0 では足もとの勾配だけ、1 ではこれまでの勾配の平均だけに従います。</translation>
    </message>
    <message>
        <source>1 gap</source>
        <translation>欠損 1 件</translation>
    </message>
    <message>
        <source>1 merged cell was</source>
        <translation>結合セル 1 個</translation>
    </message>
    <message>
        <source>1 row was</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>2 to {most}</source>
        <translation>2〜{most} 種類</translation>
    </message>
    <message>
        <source>A blend, in shares one can choose, of the slope underfoot and the mean of those before.</source>
        <translation>足もとの勾配と、これまでの勾配の平均を、好きな割合で混ぜ合わせます。</translation>
    </message>
    <message>
        <source>A bowl turned by 45 degrees: both parameters must move together, although each is felt alone.</source>
        <translation>45 度回転したお椀です。パラメータは一つずつしか感じ取れないのに、二つを一緒に動かさなければなりません。</translation>
    </message>
    <message>
        <source>A bowl without a trap: every walk that is not too hasty ends at the one best line.</source>
        <translation>罠のないお椀です。急ぎすぎなければ、どの歩みもただ一つの最良の直線にたどり着きます。</translation>
    </message>
    <message>
        <source>A curved valley with two mirror-image ends: a hair’s breadth at the start decides which one is reached.</source>
        <translation>左右対称な二つの端をもつ曲がった谷です。スタートのほんのわずかな差で、どちらに着くかが決まります。</translation>
    </message>
    <message>
        <source>A dish so long and flat that the last few steps take longer than the whole way down.</source>
        <translation>とても細長く平たいお皿です。最後の数歩に、それまでの下り全体よりも時間がかかります。</translation>
    </message>
    <message>
        <source>A gentle plain that breaks off: the stride that suited the plain turns into a leap at the edge.</source>
        <translation>突然途切れるなだらかな平原です。平原ではちょうどよかった歩幅が、縁では大きな跳躍に変わります。</translation>
    </message>
    <message>
        <source>A heavy ball that looks where it is about to roll, and brakes before the rise.</source>
        <translation>これから転がる先を見て、上りの手前でブレーキをかける重いボールです。</translation>
    </message>
    <message>
        <source>A heavy ball: slopes felt before still push, so it rolls through dips and along valleys.</source>
        <translation>重いボールです。以前に感じた勾配の勢いが残るので、くぼみを越え、谷に沿って転がります。</translation>
    </message>
    <message>
        <source>A hundred and twenty-one hollows, and only the middle one is the true floor: a blindfolded trekker rests in the first.</source>
        <translation>121 個のくぼみのうち、本当の底は真ん中の一つだけです。目隠しのトレッカーは最初のくぼみで止まってしまいます。</translation>
    </message>
    <message>
        <source>A line through past prices is no investment advice: it knows nothing of what moves prices.</source>
        <translation>過去の価格に引いた直線は投資の助言ではありません。価格を動かすものを何も知らないからです。</translation>
    </message>
    <message>
        <source>A line with honest scatter: the bowl is a narrow trough, so slope is found long before intercept.</source>
        <translation>素直にばらついた点に引く直線です。お椀が細い溝になるため、傾きは切片よりずっと先に見つかります。</translation>
    </message>
    <message>
        <source>A pitted plain around one sharp funnel: the slope underfoot hardly tells which way the funnel lies.</source>
        <translation>鋭い漏斗を囲む、でこぼこの平原です。足もとの勾配からは、漏斗がどちらにあるのかほとんどわかりません。</translation>
    </message>
    <message>
        <source>A plateau: the ground is so flat here that the slope says nothing about where to go.</source>
        <translation>平坦な場所（プラトー）です。地面があまりに平らで、勾配からは進む方向がわかりません。</translation>
    </message>
    <message>
        <source>A price on steep slopes rounds the bowl off, so that the walk to its floor is short.</source>
        <translation>大きな傾きに代償を課すとお椀が丸くなり、底までの歩みが短くなります。</translation>
    </message>
    <message>
        <source>A recurrent network in miniature: where its memory tips over stands a wall, and one step on it can throw the trekker across the whole map.</source>
        <translation>小さな再帰型ネットワークです。記憶が崩れる境目には壁があり、そこで一歩踏むと地図の端まで投げ飛ばされることがあります。</translation>
    </message>
    <message>
        <source>A saddle: level underfoot, with ground that falls away on some sides and rises on others.</source>
        <translation>鞍点です。足もとは平らですが、下る方向と上る方向があります。</translation>
    </message>
    <message>
        <source>A slanted trough with waves in it: each wave is a valley of its own, and the next is always lower.</source>
        <translation>波打つ斜めの溝です。波の一つ一つが谷になっていて、次の谷は必ずもっと低くなっています。</translation>
    </message>
    <message>
        <source>A small number beside the root, so that flat ground does not divide by zero.</source>
        <translation>平らな地面でゼロ除算にならないよう、平方根に添える小さな数です。</translation>
    </message>
    <message>
        <source>A smaller change of the cost counts as none; 0 never stops early.</source>
        <translation>コストの変化がこれより小さければ、変化なしとみなします。0 では途中で止まりません。</translation>
    </message>
    <message>
        <source>A straight line through the months that it knows; the last two years show what such a line is worth.</source>
        <translation>知っている月々に引いた直線です。最後の二年が、そのような直線の値打ちを示します。</translation>
    </message>
    <message>
        <source>A stretched bowl that lies askew: rules that scale each parameter by itself lose their advantage here.</source>
        <translation>斜めに置かれた細長いお椀です。パラメータごとに歩幅を調整する手法も、ここでは強みを失います。</translation>
    </message>
    <message>
        <source>A summit: level underfoot, and every direction leads down, but a level slope gives no hint which.</source>
        <translation>頂上です。足もとは平らで、どの方向も下りですが、平らな勾配からは進む方向がわかりません。</translation>
    </message>
    <message>
        <source>A tie: {names} arrived equally low after {count} gradient evaluations.</source>
        <translation>引き分け：{names} が、勾配の計算 {count} 回で同じ低さに着きました。</translation>
    </message>
    <message>
        <source>A tie: {names} arrived equally low after {count} ms of computing.</source>
        <translation>引き分け：{names} が、{count} ms の計算で同じ低さに着きました。</translation>
    </message>
    <message>
        <source>A tie: {names} arrived equally low after {count} steps.</source>
        <translation>引き分け：{names} が、{count} 歩で同じ低さに着きました。</translation>
    </message>
    <message>
        <source>A tie: {names} came equally low, to cost {cost}.</source>
        <translation>引き分け：{names} が同じ低さ、コスト {cost} まで下りました。</translation>
    </message>
    <message>
        <source>A trend line is no investment advice: it knows nothing of what moves prices, and no trend must go on.</source>
        <translation>傾向線は投資の助言ではありません。価格を動かすものを何も知らず、どんな傾向も続くとは限らないからです。</translation>
    </message>
    <message>
        <source>A valley as sharp as a knife: the slope stays steep down to the very edge, so every stride jumps across it.</source>
        <translation>ナイフのように鋭い谷です。谷底の線まで急な勾配が続くので、一歩ごとに谷を飛び越えてしまいます。</translation>
    </message>
    <message>
        <source>A valley floor, but not the deepest: the cost here is {cost}, and {best} exists elsewhere.</source>
        <translation>谷底ですが、最も深い谷ではありません。ここのコストは {cost} で、ほかに {best} の場所があります。</translation>
    </message>
    <message>
        <source>A valley floor: nothing around it is lower, and the cost is {cost}.</source>
        <translation>谷底です。周りにこれより低い所はなく、コストは {cost} です。</translation>
    </message>
    <message>
        <source>A valley one way and a ridge the other: the walk seems to rest on the pass, until the smallest sidestep sends it off again.</source>
        <translation>ある方向には谷、別の方向には尾根です。峠で止まったように見えても、ほんの少し横にずれるとまた歩き出します。</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>Ackley’s funnel</source>
        <translation>アックリーの漏斗</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>活性化関数</translation>
    </message>
    <message>
        <source>AdaBelief</source>
        <translation>AdaBelief</translation>
    </message>
    <message>
        <source>AdaMax</source>
        <translation>AdaMax</translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam in which the slope underfoot keeps a say of its own.</source>
        <translation>足もとの勾配の声も残しておく Adam です。</translation>
    </message>
    <message>
        <source>Adam that divides by the steepest slope it still remembers instead of a mean.</source>
        <translation>平均の代わりに、覚えている中で最も急な勾配で割る Adam です。</translation>
    </message>
    <message>
        <source>Adam that looks where its momentum is about to carry it.</source>
        <translation>モメンタムに運ばれていく先を見る Adam です。</translation>
    </message>
    <message>
        <source>Adam that never forgets the steepest it has felt: what it divides by can only grow.</source>
        <translation>感じた中で最も急な勾配を決して忘れない Adam です。割る数は大きくなる一方です。</translation>
    </message>
    <message>
        <source>Adam that strides out where the slope is as it expected, and shortens where it is surprised.</source>
        <translation>勾配が予想どおりなら大きく踏み出し、予想外なら歩幅を縮める Adam です。</translation>
    </message>
    <message>
        <source>Adam with a warm-up worked out: it divides by steepness only once it knows it well.</source>
        <translation>ウォームアップを理論から導いた Adam です。勾配の急さが十分にわかってから、それで割り始めます。</translation>
    </message>
    <message>
        <source>Adam, with a steady pull towards the origin that the division does not touch.</source>
        <translation>原点へ引き寄せる一定の力を、割り算の影響を受けない形で加えた Adam です。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Added to every curvature: 0 trusts the paraboloid, more takes shorter and steeper steps.</source>
        <translation>すべての曲率に加える値です。0 では放物面をそのまま信じ、大きくすると、より短く最急降下に近い一歩になります。</translation>
    </message>
    <message>
        <source>After how many steps the stride is half of what it was.</source>
        <translation>歩幅が半分になるまでの歩数です。</translation>
    </message>
    <message>
        <source>After how many steps, warm-up included, the stride is down.</source>
        <translation>ウォームアップも含めて、歩幅が下がりきるまでの歩数です。</translation>
    </message>
    <message>
        <source>Ahead: {name}, at cost {cost}.</source>
        <translation>{name} がコスト {cost} で先頭です。</translation>
    </message>
    <message>
        <source>All steps are taken. {place}</source>
        <translation>すべての歩数を歩きました。{place}</translation>
    </message>
    <message>
        <source>Allow more steps, or try a rule that speeds up along valleys, such as momentum.</source>
        <translation>歩数を増やすか、モメンタムのように谷に沿って加速する手法を試しましょう。</translation>
    </message>
    <message>
        <source>Allow more steps, or try a somewhat larger stride.</source>
        <translation>歩数を増やすか、歩幅をもう少し大きくしてみてください。</translation>
    </message>
    <message>
        <source>Allow more steps.</source>
        <translation>歩数を増やしてみましょう。</translation>
    </message>
    <message>
        <source>Along each axis lengthen the stride while it goes down, halve it where it overshot.</source>
        <translation>軸ごとに、下りが続く間は歩幅を伸ばし、行き過ぎたら半分にします。</translation>
    </message>
    <message>
        <source>Along each axis step less, the more steep ground was felt there in all the walk so far.</source>
        <translation>軸ごとに、これまで急な勾配を多く感じた方向ほど、歩幅を小さくします。</translation>
    </message>
    <message>
        <source>Amazon shares: a trend line</source>
        <translation>Amazon 株：傾向線</translation>
    </message>
    <message>
        <source>Amazon shares: from the last prices</source>
        <translation>Amazon 株：直近の価格から</translation>
    </message>
    <message>
        <source>Anscombe&apos;s first set</source>
        <translation>アンスコムの第 1 データ</translation>
    </message>
    <message>
        <source>Anscombe&apos;s third set</source>
        <translation>アンスコムの第 3 データ</translation>
    </message>
    <message>
        <source>Apple shares: a trend line</source>
        <translation>Apple 株：傾向線</translation>
    </message>
    <message>
        <source>Apple shares: from the last prices</source>
        <translation>Apple 株：直近の価格から</translation>
    </message>
    <message>
        <source>Application: image recognition</source>
        <translation>応用：画像認識</translation>
    </message>
    <message>
        <source>Application: sentiment</source>
        <translation>応用：感情分析</translation>
    </message>
    <message>
        <source>Application: stock prices</source>
        <translation>応用：株価</translation>
    </message>
    <message>
        <source>Beale’s corner</source>
        <translation>ビールの曲がり角</translation>
    </message>
    <message>
        <source>Begin with short steps, lengthen them, then shorten them along half a cosine wave.</source>
        <translation>小さな歩幅で始めて伸ばし、その後は余弦波の半周期に沿って縮めます。</translation>
    </message>
    <message>
        <source>Between pixels and digits stand 32 units, each of which has learnt to look for something.</source>
        <translation>画素と数字の間に 32 個のユニットがあり、それぞれが何かを探すことを学んでいます。</translation>
    </message>
    <message>
        <source>Bias correction</source>
        <translation>バイアス補正</translation>
    </message>
    <message>
        <source>Bohachevsky’s rippled bowl</source>
        <translation>ボハチェフスキーのさざ波のお椀</translation>
    </message>
    <message>
        <source>Booth’s trough</source>
        <translation>ブースの溝</translation>
    </message>
    <message>
        <source>Bowl</source>
        <translation>お椀</translation>
    </message>
    <message>
        <source>Branin’s three lakes</source>
        <translation>ブラニンの三つの湖</translation>
    </message>
    <message>
        <source>Bukin’s knife edge</source>
        <translation>ブキンのナイフの刃</translation>
    </message>
    <message>
        <source>Centered</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>Cliff</source>
        <translation>崖</translation>
    </message>
    <message>
        <source>Clipping makes the walk possible; smaller first weights would have made it unnecessary.</source>
        <translation>クリッピングのおかげで歩けます。最初の重みがもっと小さければ、その必要もなかったでしょう。</translation>
    </message>
    <message>
        <source>Conjugate gradient</source>
        <translation>共役勾配法</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>一定</translation>
    </message>
    <message>
        <source>Convolutional network</source>
        <translation>畳み込みネットワーク</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Counting words is not understanding: irony, and words that the reviews did not have, go unnoticed.</source>
        <translation>単語を数えることは理解ではありません。皮肉や、レビューになかった単語には気づけません。</translation>
    </message>
    <message>
        <source>Cross in a tray</source>
        <translation>トレイの中の十字</translation>
    </message>
    <message>
        <source>Cut the stride by the same share once in a while.</source>
        <translation>一定の間隔で、歩幅を同じ割合だけ縮めます。</translation>
    </message>
    <message>
        <source>Cyclic</source>
        <translation>周期的</translation>
    </message>
    <message>
        <source>Damping</source>
        <translation>減衰</translation>
    </message>
    <message>
        <source>Data: the error of a classifier</source>
        <translation>データ：分類器の誤差</translation>
    </message>
    <message>
        <source>Data: the error of a line</source>
        <translation>データ：直線の誤差</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Digits read by a convolutional network</source>
        <translation>畳み込みネットワークで読む数字</translation>
    </message>
    <message>
        <source>Digits read by a perceptron</source>
        <translation>パーセプトロンで読む数字</translation>
    </message>
    <message>
        <source>Digits read by softmax regression</source>
        <translation>ソフトマックス回帰で読む数字</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>向き</translation>
    </message>
    <message>
        <source>Divide by the spread of the slopes about their mean, not by their size.</source>
        <translation>勾配の大きさではなく、平均のまわりのばらつきで割ります。</translation>
    </message>
    <message>
        <source>Divide the slope along each axis by how steep it has lately been there.</source>
        <translation>軸ごとに、勾配を最近の急さで割ります。</translation>
    </message>
    <message>
        <source>Dixon and Price’s fork</source>
        <translation>ディクソンとプライスの分かれ道</translation>
    </message>
    <message>
        <source>Drop wave</source>
        <translation>水滴の波紋</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Each month is foretold from the three before it, of which the last counts most by far.</source>
        <translation>毎月の価格を直前の 3 か月から予測します。なかでも直近の価格が飛び抜けて重みを持ちます。</translation>
    </message>
    <message>
        <source>Each of eight sigmoid layers lets through a quarter of the slope at most: the first ones feel nothing.</source>
        <translation>八つのシグモイド層は、それぞれ勾配を最大でも四分の一しか通しません。最初の層は何も感じません。</translation>
    </message>
    <message>
        <source>Each of ten layers makes larger what passes through it, forward and back: all slopes are huge, and the first step is a leap; clipped, the walk goes well.</source>
        <translation>10 層のそれぞれが、前向きにも後ろ向きにも通るものを大きくします。どの層の傾きも巨大になり、最初の一歩は大跳躍です。クリッピングすれば順調に歩けます。</translation>
    </message>
    <message>
        <source>Each step overshot further, until the numbers overflowed.</source>
        <translation>一歩ごとに行き過ぎが大きくなり、ついに数値があふれました。</translation>
    </message>
    <message>
        <source>Each step overshot further: the cost has grown to {cost} and goes on growing.</source>
        <translation>一歩ごとに行き過ぎが大きくなっています。コストは {cost} まで増え、さらに増え続けています。</translation>
    </message>
    <message>
        <source>Easom’s needle hole</source>
        <translation>イーソムの針の穴</translation>
    </message>
    <message>
        <source>Egg holder</source>
        <translation>卵立て</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>イプシロン</translation>
    </message>
    <message>
        <source>Every class has a plane of its own, and the highest plane wins; still a valley without a trap.</source>
        <translation>クラスごとに平面があり、最も高い平面が勝ちます。これも罠のない谷です。</translation>
    </message>
    <message>
        <source>Every word has a weight, and the weights of a sentence&apos;s words decide its mood.</source>
        <translation>どの単語にも重みがあり、文の単語の重みがその文の気分を決めます。</translation>
    </message>
    <message>
        <source>Every word, or run of letters, gets a weight; those of a sentence together say how its writer feels.</source>
        <translation>どの単語や文字の並びにも重みが付きます。一つの文の重みを合わせると、書き手の気持ちがわかります。</translation>
    </message>
    <message>
        <source>Exploding cliff</source>
        <translation>爆発する崖</translation>
    </message>
    <message>
        <source>Exploding: a network with too-large weights</source>
        <translation>爆発：重みが大きすぎるネットワーク</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Fall asked for</source>
        <translation>必要な下り</translation>
    </message>
    <message>
        <source>Far from the line every point pulls alike: one outlier no longer tilts the mountain.</source>
        <translation>直線から遠い点は、どれも同じ強さで引きます。外れた点が一つあっても、山はもう傾きません。</translation>
    </message>
    <message>
        <source>Feel ahead with a long stride first, and shorten it until it really leads down.</source>
        <translation>まず大きな歩幅で先を探り、本当に下りになるまで縮めます。</translation>
    </message>
    <message>
        <source>Feel how the slope itself changes, and step right to where it should end.</source>
        <translation>勾配そのものの変わり方を感じ取り、勾配がなくなるはずの場所へ一気に進みます。</translation>
    </message>
    <message>
        <source>Fifty times steeper one way than the other: a stride that is safe across the valley is tiny along it.</source>
        <translation>一方向がもう一方より 50 倍も急です。谷を横切るのに安全な歩幅は、谷に沿って進むには小さすぎます。</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Filters slide over the picture: about the perceptron&apos;s number of weights, and fewer digits misread.</source>
        <translation>フィルターが画像の上を滑ります。重みの数はパーセプトロンとほぼ同じで、読み違いは少なくなります。</translation>
    </message>
    <message>
        <source>Finding the curved valley is easy; following its almost level floor to the end takes patience, or momentum.</source>
        <translation>曲がった谷を見つけるのは簡単です。ほぼ平らな谷底を最後までたどるには、根気かモメンタムが必要です。</translation>
    </message>
    <message>
        <source>First share</source>
        <translation>最初の割合</translation>
    </message>
    <message>
        <source>First sum</source>
        <translation>初期の合計</translation>
    </message>
    <message>
        <source>Five points</source>
        <translation>五つの点</translation>
    </message>
    <message>
        <source>Five points and one line: small enough to check every step by hand.</source>
        <translation>五つの点と一本の直線です。どの一歩も手計算で確かめられる小ささです。</translation>
    </message>
    <message>
        <source>Flat lands and edges</source>
        <translation>平地と崖</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Four valleys, all equally deep: where you start decides where you end.</source>
        <translation>同じ深さの谷が四つあります。どこから始めるかで、どこに着くかが決まります。</translation>
    </message>
    <message>
        <source>From afar a bowl, underfoot full of ripples: small strides are caught by them, longer ones pass over.</source>
        <translation>遠くから見るとお椀ですが、足もとはさざ波だらけです。小さな歩幅は捕まり、大きな歩幅は越えていきます。</translation>
    </message>
    <message>
        <source>From how many of the last steps the curvature is learnt.</source>
        <translation>曲率を学ぶのに使う、直近の歩数です。</translation>
    </message>
    <message>
        <source>From this miss on a point pulls no harder.</source>
        <translation>外れがこれより大きい点は、それ以上強く引きません。</translation>
    </message>
    <message>
        <source>From which spread the first weights are drawn.</source>
        <translation>最初の重みを選ぶときのばらつきです。</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Gentle bowls</source>
        <translation>なだらかなお椀</translation>
    </message>
    <message>
        <source>Go to the lowest point along a direction, then choose one that does not undo what was won.</source>
        <translation>ある方向の最も低い点まで進み、次は、それまでの成果を打ち消さない方向を選びます。</translation>
    </message>
    <message>
        <source>Goldstein and Price’s gorge</source>
        <translation>ゴールドスタインとプライスの峡谷</translation>
    </message>
    <message>
        <source>Google shares: a trend line</source>
        <translation>Google 株：傾向線</translation>
    </message>
    <message>
        <source>Google shares: from the last prices</source>
        <translation>Google 株：直近の価格から</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>勾配降下法</translation>
    </message>
    <message>
        <source>Griewank’s waves</source>
        <translation>グリーワンクの波</translation>
    </message>
    <message>
        <source>Ground of your own: what would a trekker feel who cannot see it?</source>
        <translation>あなただけの地形です。見えないトレッカーは、何を感じるでしょうか。</translation>
    </message>
    <message>
        <source>Half-way down the ground levels off: the walk almost stops, and going on is right although nothing seems to change.</source>
        <translation>下りの途中で地面が平らになります。歩みはほとんど止まりますが、変化がないように見えても進み続けるのが正解です。</translation>
    </message>
    <message>
        <source>Half-way shelf</source>
        <translation>中腹の棚</translation>
    </message>
    <message>
        <source>Hand-written digits</source>
        <translation>手書き数字</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He 正規分布</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He 一様分布</translation>
    </message>
    <message>
        <source>Heights from 3 to a million on one small map: the stride must fit the steepest wall, and then crawls on the floor.</source>
        <translation>小さな地図の中に 3 から 100 万までの高さがあります。最も急な壁に歩幅を合わせると、谷底では這うようにしか進めません。</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隠れユニット</translation>
    </message>
    <message>
        <source>Hidden units bend the mountain: many valleys, ridges and plateaus, and no map of them.</source>
        <translation>隠れユニットが山を曲げます。谷、尾根、平坦な場所（プラトー）がたくさんあり、その地図はありません。</translation>
    </message>
    <message>
        <source>Hills and hollows of every size, and the lowest ground lies on the very edge of the map.</source>
        <translation>大小さまざまな丘とくぼみがあり、最も低い場所は地図のいちばん端にあります。</translation>
    </message>
    <message>
        <source>Himmelblau’s four valleys</source>
        <translation>ヒンメルブラウの四つの谷</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Hours of study and an exam (made up)</source>
        <translation>勉強時間と試験（架空）</translation>
    </message>
    <message>
        <source>How far the step goes, in units of the map.</source>
        <translation>一歩で進む距離です（地図の単位）。</translation>
    </message>
    <message>
        <source>How fast the momentum grows from half of β₁ to all of it: 0 keeps it at half.</source>
        <translation>モメンタムが β₁ の半分から全体まで増える速さです。0 では半分のままです。</translation>
    </message>
    <message>
        <source>How many steps are taken between two cuts.</source>
        <translation>歩幅を縮めてから次に縮めるまでの歩数です。</translation>
    </message>
    <message>
        <source>How many steps in a row must change nothing before the walk ends.</source>
        <translation>変化のない一歩が何回続いたら歩みを終えるかを決めます。</translation>
    </message>
    <message>
        <source>How many steps one rise and fall take.</source>
        <translation>一回の上げ下げにかかる歩数です。</translation>
    </message>
    <message>
        <source>How many steps the stride takes to reach its full length.</source>
        <translation>歩幅が最大になるまでの歩数です。</translation>
    </message>
    <message>
        <source>How much of the last step is kept: 0 forgets it, near 1 rolls almost freely.</source>
        <translation>直前の一歩をどれだけ残すかを決めます。0 では忘れ、1 に近いとほぼ自由に転がります。</translation>
    </message>
    <message>
        <source>How much of the running mean is kept at each step: near 1 remembers many steps.</source>
        <translation>一歩ごとに移動平均をどれだけ残すかを決めます。1 に近いほど多くの歩みを覚えています。</translation>
    </message>
    <message>
        <source>How strongly every step also pulls the trekker towards the origin: 0 not at all.</source>
        <translation>一歩ごとにトレッカーを原点へ引き寄せる強さです。0 では引き寄せません。</translation>
    </message>
    <message>
        <source>How well rows are predicted is judged by {sampled} of them, always the same, where they are more than {most} (≈).</source>
        <translation>予測の良さは、行が{most}を超える場合、いつも同じ{sampled}行で判定されます（≈）。</translation>
    </message>
    <message>
        <source>How wide the crease at 0 is rounded off; 0 leaves it sharp.</source>
        <translation>0 での折り目を丸める幅です。0 では鋭いままです。</translation>
    </message>
    <message>
        <source>IBM shares: a trend line</source>
        <translation>IBM 株：傾向線</translation>
    </message>
    <message>
        <source>IBM shares: from the last prices</source>
        <translation>IBM 株：直近の価格から</translation>
    </message>
    <message>
        <source>If there is a deeper valley, another start, or a rule with momentum, may find it: feet can&apos;t tell.</source>
        <translation>もっと深い谷があるなら、別の場所から始めるか、モメンタムつきの手法で見つかるかもしれません。足もとからはわかりません。</translation>
    </message>
    <message>
        <source>In how many steps the stride comes down.</source>
        <translation>歩幅が下がりきるまでの歩数です。</translation>
    </message>
    <message>
        <source>In how many steps the stride shrinks to that share.</source>
        <translation>歩幅がその割合まで縮むのにかかる歩数です。</translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation>初期化</translation>
    </message>
    <message>
        <source>Inverse time</source>
        <translation>時間の逆数</translation>
    </message>
    <message>
        <source>Jacksboro fault, Tennessee</source>
        <translation>テネシー州ジャックスボロ断層</translation>
    </message>
    <message>
        <source>L-BFGS</source>
        <translation>L-BFGS</translation>
    </message>
    <message>
        <source>Lasso-like regression</source>
        <translation>Lasso 風の回帰</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Learn the curvature of the ground from how the slope changed over the last steps.</source>
        <translation>直近の数歩での勾配の変化から、地面の曲率を学びます。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Lemonade (made up)</source>
        <translation>レモネード（架空）</translation>
    </message>
    <message>
        <source>Lengthen and shorten the stride in turn: long steps leave poor dips, short ones settle.</source>
        <translation>歩幅を交互に伸び縮みさせます。大きな一歩は浅いくぼみから抜け出し、小さな一歩は落ち着きます。</translation>
    </message>
    <message>
        <source>Lengthen by</source>
        <translation>伸ばす倍率</translation>
    </message>
    <message>
        <source>Level land in the middle and cliffs at the corners: no single stride suits both.</source>
        <translation>中央は平地、四隅は崖です。一つの歩幅では両方に合いません。</translation>
    </message>
    <message>
        <source>Levy’s furrows</source>
        <translation>レヴィの畝</translation>
    </message>
    <message>
        <source>Line search</source>
        <translation>直線探索</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>線形回帰</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>ロジスティック回帰</translation>
    </message>
    <message>
        <source>Logistic regression on words</source>
        <translation>単語のロジスティック回帰</translation>
    </message>
    <message>
        <source>Longest stride</source>
        <translation>最大の歩幅</translation>
    </message>
    <message>
        <source>Made for lessons</source>
        <translation>授業用</translation>
    </message>
    <message>
        <source>Make up for the running means having started at zero.</source>
        <translation>移動平均が 0 から始まることによる偏りを補正します。</translation>
    </message>
    <message>
        <source>Many parameters fit equally well: the lowest ground is a whole valley floor, not one place.</source>
        <translation>同じくらいよく合うパラメータがたくさんあります。最も低い場所は一点ではなく、谷底全体です。</translation>
    </message>
    <message>
        <source>Many traps</source>
        <translation>罠だらけ</translation>
    </message>
    <message>
        <source>Matyas’s long dish</source>
        <translation>マティアスの長いお皿</translation>
    </message>
    <message>
        <source>McCormick’s slope</source>
        <translation>マコーミックの斜面</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>実測</translation>
    </message>
    <message>
        <source>Measured ground has no formula: the slope underfoot comes from the smooth surface through its heights.</source>
        <translation>実測の地形には数式がありません。足もとの勾配は、標高をなめらかにつないだ曲面から求めます。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶</translation>
    </message>
    <message>
        <source>Memory for the step</source>
        <translation>一歩のための記憶</translation>
    </message>
    <message>
        <source>Memory kept</source>
        <translation>残す記憶</translation>
    </message>
    <message>
        <source>Memory of slopes</source>
        <translation>勾配の記憶</translation>
    </message>
    <message>
        <source>Memory of squares</source>
        <translation>二乗の記憶</translation>
    </message>
    <message>
        <source>Michalewicz’s canals</source>
        <translation>ミハレヴィッチの運河</translation>
    </message>
    <message>
        <source>Microsoft shares: a trend line</source>
        <translation>Microsoft 株：傾向線</translation>
    </message>
    <message>
        <source>Microsoft shares: from the last prices</source>
        <translation>Microsoft 株：直近の価格から</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>モメンタム</translation>
    </message>
    <message>
        <source>Momentum divided by how steep each axis has lately been: even strides on any ground.</source>
        <translation>モメンタムを、軸ごとの最近の急さで割ります。どんな地面でも歩幅がそろいます。</translation>
    </message>
    <message>
        <source>Momentum&apos;s growth</source>
        <translation>モメンタムの増え方</translation>
    </message>
    <message>
        <source>Monkey saddle</source>
        <translation>猿の鞍</translation>
    </message>
    <message>
        <source>Moods of product reviews in English</source>
        <translation>英語の商品レビューの気分</translation>
    </message>
    <message>
        <source>Moods of product reviews in Japanese</source>
        <translation>日本語の商品レビューの気分</translation>
    </message>
    <message>
        <source>Mountain pass</source>
        <translation>峠</translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation>多層パーセプトロン</translation>
    </message>
    <message>
        <source>NAdam</source>
        <translation>NAdam</translation>
    </message>
    <message>
        <source>Narrow valleys</source>
        <translation>狭い谷</translation>
    </message>
    <message>
        <source>Nearly two thousand digits, each a picture of 64 pixels: what people read at a glance, a model must learn.</source>
        <translation>二千個近い数字で、それぞれ 64 画素の画像です。人がひと目で読むものを、モデルは学ばなければなりません。</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>ネステロフのモメンタム</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Networks of today are spared this by ReLU, by their first weights, and by paths around layers.</source>
        <translation>今日のネットワークは、ReLU、最初の重みの選び方、層を迂回する経路のおかげで、これを免れています。</translation>
    </message>
    <message>
        <source>Newton&apos;s method</source>
        <translation>ニュートン法</translation>
    </message>
    <message>
        <source>No stride becomes longer than this.</source>
        <translation>歩幅はこれより長くなりません。</translation>
    </message>
    <message>
        <source>No stride becomes shorter than this.</source>
        <translation>歩幅はこれより短くなりません。</translation>
    </message>
    <message>
        <source>Nobody has taken a step yet.</source>
        <translation>まだだれも一歩も進んでいません。</translation>
    </message>
    <message>
        <source>Nobody to race against: add a second trekker.</source>
        <translation>競争の相手がいません。二人目のトレッカーを追加しましょう。</translation>
    </message>
    <message>
        <source>Nobody won: all of them diverged or left the map.</source>
        <translation>勝者なし：全員が発散したか、地図の外へ出ました。</translation>
    </message>
    <message>
        <source>Numbers such as {cell} in {column} were read as negative.</source>
        <translation>{column}の {cell} のような数値は、負の数として読み取りました。</translation>
    </message>
    <message>
        <source>One layer of weights: each digit has a picture of what speaks for it and what against.</source>
        <translation>一層の重みです。数字ごとに、それらしい点とそれらしくない点を表す画像があります。</translation>
    </message>
    <message>
        <source>One narrow hole in a wide plain: a few steps away from it the ground is so level that there is nothing to feel.</source>
        <translation>広い平原に狭い穴が一つだけあります。数歩離れると地面はあまりに平らで、何も感じ取れません。</translation>
    </message>
    <message>
        <source>One valley in each quarter, and only one of the four is the deepest: a start near the middle may fall to any side.</source>
        <translation>四つの区画に谷が一つずつあり、最も深いのはそのうち一つだけです。中央付近から始めると、どちらへ下るかわかりません。</translation>
    </message>
    <message>
        <source>One valley; where a line parts the classes wholly, it falls for ever and ever more gently.</source>
        <translation>谷は一つです。直線でクラスを完全に分けられる場合は、どこまでも下り続け、しだいにゆるやかになります。</translation>
    </message>
    <message>
        <source>PC {number} ({share} %)</source>
        <translation>主成分 {number}（{share} %）</translation>
    </message>
    <message>
        <source>Parallel furrows, one behind the other: going along a furrow is easy, getting out of it is not.</source>
        <translation>平行に並んだ畝です。溝に沿って進むのは簡単ですが、溝から出るのは簡単ではありません。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>忍耐</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>罰則</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Polynomial regression</source>
        <translation>多項式回帰</translation>
    </message>
    <message>
        <source>Python objects (a pickle), which could run anything</source>
        <translation>何でも実行できてしまう Python オブジェクト（pickle）</translation>
    </message>
    <message>
        <source>QHAdam</source>
        <translation>QHAdam</translation>
    </message>
    <message>
        <source>Quasi-hyperbolic momentum</source>
        <translation>準双曲モメンタム</translation>
    </message>
    <message>
        <source>RAdam</source>
        <translation>RAdam</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Rastrigin’s egg box</source>
        <translation>ラストリギンの卵パック</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Real ridges and a real fault: on ground that nobody designed, every stream bed is a valley of its own.</source>
        <translation>本物の尾根と本物の断層です。だれが設計したのでもない地形では、沢の一つ一つが谷になっています。</translation>
    </message>
    <message>
        <source>Regular waves on a bowl so shallow that, from inside one wave, all valleys look alike.</source>
        <translation>とても浅いお椀に規則正しい波があります。波の中からは、どの谷も同じように見えます。</translation>
    </message>
    <message>
        <source>Ridge regression</source>
        <translation>リッジ回帰</translation>
    </message>
    <message>
        <source>Rings of water around a drop: every ring is a trap that leads round and round, and none leads in.</source>
        <translation>水滴を囲む波紋です。どの輪もぐるぐる回るだけの罠で、中心へは通じていません。</translation>
    </message>
    <message>
        <source>Robust regression (Huber)</source>
        <translation>頑健回帰（Huber）</translation>
    </message>
    <message>
        <source>Rosenbrock’s banana</source>
        <translation>ローゼンブロックのバナナ</translation>
    </message>
    <message>
        <source>Rotated bowl</source>
        <translation>回転したお椀</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>丸め</translation>
    </message>
    <message>
        <source>Rprop</source>
        <translation>Rprop</translation>
    </message>
    <message>
        <source>Saddles</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <source>Schwefel’s far corner</source>
        <translation>シュヴェーフェルの遠い隅</translation>
    </message>
    <message>
        <source>Several valleys</source>
        <translation>複数の谷</translation>
    </message>
    <message>
        <source>Share kept</source>
        <translation>残す割合</translation>
    </message>
    <message>
        <source>Share of mean</source>
        <translation>平均の割合</translation>
    </message>
    <message>
        <source>Share of mean square</source>
        <translation>二乗平均の割合</translation>
    </message>
    <message>
        <source>Share of momentum</source>
        <translation>モメンタムの割合</translation>
    </message>
    <message>
        <source>Sharp ridges cut the land into squares: four of its valleys are the deepest, and no slope leads from one to another.</source>
        <translation>鋭い尾根が土地を四角く区切っています。最も深い谷は四つあり、互いに通じる斜面はありません。</translation>
    </message>
    <message>
        <source>Shorten by</source>
        <translation>縮める倍率</translation>
    </message>
    <message>
        <source>Shorten the stride along half a cosine wave, gently at both ends.</source>
        <translation>余弦波の半周期に沿って歩幅を縮めます。始めと終わりはゆるやかです。</translation>
    </message>
    <message>
        <source>Shortest stride</source>
        <translation>最小の歩幅</translation>
    </message>
    <message>
        <source>Show more of the map, or try a smaller stride or a start further inside it.</source>
        <translation>地図を広げるか、歩幅を小さくするか、もっと地図の内側から始めてみましょう。</translation>
    </message>
    <message>
        <source>Shrink the stride a little at every step, by the same share.</source>
        <translation>一歩ごとに、歩幅を同じ割合で少しずつ縮めます。</translation>
    </message>
    <message>
        <source>Shrink the stride like 1/t: slowly enough to arrive, fast enough to average noise out.</source>
        <translation>歩幅を 1/t のように縮めます。目的地に着けるほどゆっくり、ノイズをならせるほど速く縮みます。</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>シグモイド</translation>
    </message>
    <message>
        <source>Sign descent</source>
        <translation>符号降下法</translation>
    </message>
    <message>
        <source>Six valleys of three depths between the humps: a walk ends in the nearest one, not in the deepest.</source>
        <translation>こぶの間に、三種類の深さの谷が六つあります。歩みは最も深い谷ではなく、最も近い谷で終わります。</translation>
    </message>
    <message>
        <source>Six-hump camel</source>
        <translation>六こぶのラクダ</translation>
    </message>
    <message>
        <source>Small, clean, centred digits are not photographs: what reads these need not read anything else.</source>
        <translation>小さく、きれいで、中央にそろった数字は、写真とは違います。これを読めても、ほかのものが読めるとは限りません。</translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation>ソフトマックス回帰</translation>
    </message>
    <message>
        <source>Start a little to one side, or let a small batch shake the trekker off it.</source>
        <translation>少し横から始めるか、小さなバッチの揺らぎでトレッカーを動かしましょう。</translation>
    </message>
    <message>
        <source>Start a little to one side.</source>
        <translation>少し横から始めましょう。</translation>
    </message>
    <message>
        <source>Start nearer to a slope, or try a rule that scales its steps, such as Adam.</source>
        <translation>もっと斜面の近くから始めるか、Adam のように歩幅を調整する手法を試しましょう。</translation>
    </message>
    <message>
        <source>Steep canals in a plain that is perfectly level: only a start on a bank leads anywhere.</source>
        <translation>完全に平らな平原に、急な運河があります。岸の斜面から始めなければ、どこにも進めません。</translation>
    </message>
    <message>
        <source>Step about as far as the last steps went, against how steep the last slopes were.</source>
        <translation>最近の勾配の急さに対する最近の歩幅の割合から、次の一歩の大きさを決めます。</translation>
    </message>
    <message>
        <source>Step limit</source>
        <translation>歩数の上限</translation>
    </message>
    <message>
        <source>Step straight down the slope underfoot, further where it is steeper.</source>
        <translation>足もとの勾配をまっすぐ下ります。急なところほど大きく進みます。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>段階的</translation>
    </message>
    <message>
        <source>Steps between cuts</source>
        <translation>縮める間隔</translation>
    </message>
    <message>
        <source>Steps for that</source>
        <translation>そこまでの歩数</translation>
    </message>
    <message>
        <source>Steps to half</source>
        <translation>半分になる歩数</translation>
    </message>
    <message>
        <source>Still a bowl, but the higher the degree, the longer and narrower its valley.</source>
        <translation>これもお椀ですが、次数が高いほど谷は細長くなります。</translation>
    </message>
    <message>
        <source>Still walking when the steps ran out: the slope underfoot is {slope}.</source>
        <translation>歩いている途中で歩数の上限に達しました。足もとの勾配は {slope} です。</translation>
    </message>
    <message>
        <source>Stretched bowl</source>
        <translation>細長いお椀</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>歩幅</translation>
    </message>
    <message>
        <source>Strides up to {limit} are stable here, and this one is {rate}: try a larger one, or more steps.</source>
        <translation>ここでは {limit} までの歩幅が安定で、今は {rate} です。歩幅を大きくするか、歩数を増やしましょう。</translation>
    </message>
    <message>
        <source>Styblinski and Tang’s quarters</source>
        <translation>スティブリンスキーとタンの四区画</translation>
    </message>
    <message>
        <source>Take the same stride along each axis, downhill, however steep it is.</source>
        <translation>どんなに急でも、軸ごとに同じ歩幅で下ります。</translation>
    </message>
    <message>
        <source>Take the same stride along each axis, in the direction that slopes have lately agreed on.</source>
        <translation>軸ごとに、最近の勾配が一致して示す方向へ、同じ歩幅で進みます。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>課題</translation>
    </message>
    <message>
        <source>Ten points on a line and one far off it: the single point drags the whole valley aside.</source>
        <translation>直線上の十の点と、大きく外れた一つの点です。たった一つの点が、谷全体を横へ引きずります。</translation>
    </message>
    <message>
        <source>The column {column} was left out: {share} of its cells are numbers.</source>
        <translation>列 {column} を除外しました（数値のセル：{share}）。</translation>
    </message>
    <message>
        <source>The dates in {column} were read as day, then month; the other way round would be possible too.</source>
        <translation>{column} の日付は「日、月」の順に読みました。逆の順の可能性もあります。</translation>
    </message>
    <message>
        <source>The dates in {column} were read as month, then day; the other way round would be possible too.</source>
        <translation>{column} の日付は「月、日」の順に読みました。逆の順の可能性もあります。</translation>
    </message>
    <message>
        <source>The deepest valley is in a far corner, away from the next best ones: whoever trusts the lie of the land goes the wrong way.</source>
        <translation>最も深い谷は、次に深い谷から離れた遠い隅にあります。全体の傾きを信じると、逆の方向へ進んでしまいます。</translation>
    </message>
    <message>
        <source>The first valley on the way is not the deeper one: plain descent rests there, while momentum may carry a trekker over.</source>
        <translation>最初に出会う谷は、深いほうの谷ではありません。普通の勾配降下法はそこで止まりますが、モメンタムがあれば越えられるかもしれません。</translation>
    </message>
    <message>
        <source>The highest power of an input.</source>
        <translation>入力の最も高い累乗です。</translation>
    </message>
    <message>
        <source>The inputs ({inputs}) were brought to mean 0 and spread 1; θ is in those units.</source>
        <translation>入力（{inputs}）を平均 0、ばらつき 1 にそろえました。θ はその単位で表されます。</translation>
    </message>
    <message>
        <source>The learning rate {rate} is {ratio} times the stability limit {limit} there: try a smaller stride.</source>
        <translation>学習率 {rate} は、その場所の安定限界 {limit} の {ratio} 倍です。歩幅を小さくしてみましょう。</translation>
    </message>
    <message>
        <source>The mountain is drawn by {sampled} of the {count} rows, always the same; so are cost and slope told (≈) where a step feels only some rows.</source>
        <translation>山は {count} 行のうちいつも同じ {sampled} 行から描かれます。一歩が一部の行だけを感じるとき、コストと勾配もその行からの概算（≈）です。</translation>
    </message>
    <message>
        <source>The number of filters of each stage, with commas between.</source>
        <translation>各段のフィルターの数を、コンマで区切って入力します。</translation>
    </message>
    <message>
        <source>The points are made up so that two inputs suffice; real classes seldom part so well.</source>
        <translation>点は、二つの入力で足りるように作られています。実際のクラスがこれほどよく分かれることはめったにありません。</translation>
    </message>
    <message>
        <source>The price of a large slope.</source>
        <translation>大きな傾きに課す代償です。</translation>
    </message>
    <message>
        <source>The price of a large slope; it keeps wholly parted classes from pulling the trekker to infinity.</source>
        <translation>大きな傾きに課す代償です。完全に分かれたクラスが、トレッカーを無限遠へ引っ張るのを防ぎます。</translation>
    </message>
    <message>
        <source>The price of a slope makes a crease in the mountain, and many slopes end in it, at 0.</source>
        <translation>傾きに課す代償が山に折り目を作り、多くの傾きはその折り目、つまり 0 で終わります。</translation>
    </message>
    <message>
        <source>The price of a slope, for each unit of it.</source>
        <translation>傾き 1 単位ごとに課す代償です。</translation>
    </message>
    <message>
        <source>The same few filters slide over the whole picture, and find what they look for wherever it stands.</source>
        <translation>同じ少数のフィルターが画像全体を滑り、探すものがどこにあっても見つけます。</translation>
    </message>
    <message>
        <source>The same slope on every side: every step points straight at the valley floor, and only its length matters.</source>
        <translation>どの方向も同じ勾配です。どの一歩も谷底をまっすぐ向くので、大切なのは歩幅だけです。</translation>
    </message>
    <message>
        <source>The schedule has made the stride too short to get on: let it last longer, or end higher.</source>
        <translation>スケジュールのために歩幅が短くなりすぎて、先へ進めません。スケジュールを長くするか、最後の歩幅を大きくしてみましょう。</translation>
    </message>
    <message>
        <source>The step overshot so far that the numbers overflowed.</source>
        <translation>一歩で行き過ぎて、数値があふれました。</translation>
    </message>
    <message>
        <source>The stride stays as it is.</source>
        <translation>歩幅は変わりません。</translation>
    </message>
    <message>
        <source>The stride: how far one step goes for a given slope.</source>
        <translation>歩幅です。同じ勾配のとき、一歩でどれだけ進むかを決めます。</translation>
    </message>
    <message>
        <source>The sum of squared slopes to start from: above 0 it makes the first steps shorter.</source>
        <translation>勾配の二乗和の初期値です。0 より大きいと、最初の数歩が短くなります。</translation>
    </message>
    <message>
        <source>The trekker stepped where the ground is not defined: there is no cost here.</source>
        <translation>トレッカーは地形が定義されていない場所に踏み込みました。ここにはコストがありません。</translation>
    </message>
    <message>
        <source>The trekker steps to and fro between two places: each step overshoots as far as the last.</source>
        <translation>トレッカーは二つの場所を行ったり来たりしています。毎回、前と同じだけ行き過ぎています。</translation>
    </message>
    <message>
        <source>The trekker walked off the map and did not come back.</source>
        <translation>トレッカーは地図の外へ出て、戻ってきませんでした。</translation>
    </message>
    <message>
        <source>The trekker walked off the map, and down without end: no valley floor is in sight.</source>
        <translation>トレッカーは地図の外へ出て、どこまでも下っています。谷底は見えません。</translation>
    </message>
    <message>
        <source>The trekker walked off the map, and stands lower than anything on it: {cost}.</source>
        <translation>トレッカーは地図の外へ出て、地図のどこよりも低い所にいます。コストは {cost} です。</translation>
    </message>
    <message>
        <source>The trekker wanders without getting lower: the lowest cost, {best}, was {count} steps ago.</source>
        <translation>トレッカーは低くならないままさまよっています。最小のコスト {best} は {count} 歩前でした。</translation>
    </message>
    <message>
        <source>The true valley lies in the middle with a shallow trap on either side: many starts end too high.</source>
        <translation>本当の谷は中央にあり、両側に浅い罠があります。多くのスタート地点からは、高いところで終わってしまいます。</translation>
    </message>
    <message>
        <source>The units of each hidden layer, with commas between; empty for none.</source>
        <translation>各隠れ層のユニット数を、コンマで区切って入力します。なしの場合は空欄にします。</translation>
    </message>
    <message>
        <source>The valley floor: no lower place is known on this ground, and the cost is {cost}.</source>
        <translation>谷底です。この地形でこれより低い場所は知られていません。コストは {cost} です。</translation>
    </message>
    <message>
        <source>The valley floor: the model makes no fault, the cost is 0, and no cost is lower.</source>
        <translation>谷底です。モデルは一つも間違えず、コストは 0 です。これより低いコストはありません。</translation>
    </message>
    <message>
        <source>The valley floor: this ground is one bowl without another, and the cost is {cost}.</source>
        <translation>谷底です。この地面は一つだけのボウルなので、ほかに谷はありません。コストは {cost} です。</translation>
    </message>
    <message>
        <source>The valley is {ratio} times as steep across as along: standardise the inputs, or try a rule that knows the curvature, such as L-BFGS.</source>
        <translation>谷は、横切る向きが沿う向きの {ratio} 倍も急です。入力を標準化するか、L-BFGS のように曲がり方を知る手法を試してください。</translation>
    </message>
    <message>
        <source>The walk ends after this many steps.</source>
        <translation>この歩数で歩みを終えます。</translation>
    </message>
    <message>
        <source>This rule has no stride to make smaller: try another start, or another rule.</source>
        <translation>この手法には小さくできる歩幅がありません。別の場所から始めるか、別の手法を試しましょう。</translation>
    </message>
    <message>
        <source>Three arms of a spiral (made up)</source>
        <translation>らせんの三本の腕（架空）</translation>
    </message>
    <message>
        <source>Three arms of a spiral: a perceptron</source>
        <translation>らせんの三本の腕：パーセプトロン</translation>
    </message>
    <message>
        <source>Three arms wound round one another: a network needs many units and much patience for it.</source>
        <translation>互いに巻きついた三本の腕です。ネットワークには多くのユニットと根気が必要です。</translation>
    </message>
    <message>
        <source>Three arms wound round one another: the border must bend and bend again, and the walk is long.</source>
        <translation>互いに巻きついた三本の腕です。境界は何度も曲がらなければならず、歩みは長くなります。</translation>
    </message>
    <message>
        <source>Three valleys, equally deep and joined by one long curved trough: a good walk needs no luck, only patience.</source>
        <translation>同じ深さの三つの谷が、長く曲がった溝でつながっています。うまく歩くのに運はいりません。必要なのは根気だけです。</translation>
    </message>
    <message>
        <source>Three ways down and three ways up from one level spot, two for the legs and one for the tail: even the curvature is zero there.</source>
        <translation>平らな一点から下りが三方向（二つは脚、一つはしっぽのため）、上りも三方向に伸びています。そこでは曲率までゼロです。</translation>
    </message>
    <message>
        <source>Three-hump camel</source>
        <translation>三こぶのラクダ</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>許容誤差</translation>
    </message>
    <message>
        <source>Tolerated miss</source>
        <translation>許す外れ</translation>
    </message>
    <message>
        <source>Trap beside the true valley</source>
        <translation>本当の谷のそばの罠</translation>
    </message>
    <message>
        <source>Try a smaller stride, a larger batch, or a schedule that shortens the stride as time goes by.</source>
        <translation>歩幅を小さくするか、バッチを大きくするか、時間とともに歩幅を縮めるスケジュールを試しましょう。</translation>
    </message>
    <message>
        <source>Try a smaller stride, or clip the gradient.</source>
        <translation>歩幅を小さくするか、勾配をクリッピングしてください。</translation>
    </message>
    <message>
        <source>Try a smaller stride.</source>
        <translation>歩幅を小さくしてみましょう。</translation>
    </message>
    <message>
        <source>Two blobs (made up)</source>
        <translation>二つのかたまり（架空）</translation>
    </message>
    <message>
        <source>Two blobs: logistic regression</source>
        <translation>二つのかたまり：ロジスティック回帰</translation>
    </message>
    <message>
        <source>Two clouds that overlap: the best straight border is soon found, and still has faults.</source>
        <translation>重なり合う二つの雲です。最良のまっすぐな境界はすぐに見つかりますが、それでも誤りが残ります。</translation>
    </message>
    <message>
        <source>Two crescents that reach into one another: no straight border parts them, a bent one does.</source>
        <translation>互いに入り込んだ二つの三日月です。まっすぐな境界では分けられませんが、曲がった境界なら分けられます。</translation>
    </message>
    <message>
        <source>Two hundred days at a made-up lemonade stand: enough rows to feel what a small batch does.</source>
        <translation>架空のレモネード売り場の二百日分です。小さなバッチの働きを感じるのに十分な行数があります。</translation>
    </message>
    <message>
        <source>Two moons (made up)</source>
        <translation>二つの三日月（架空）</translation>
    </message>
    <message>
        <source>Two moons: a perceptron</source>
        <translation>二つの三日月：パーセプトロン</translation>
    </message>
    <message>
        <source>Two saturated neurons: far out the slope fades away although the cost is high, and a long wait comes before the descent.</source>
        <translation>飽和した二つのニューロンです。遠くではコストが高いのに勾配が消え、下り始めるまで長く待つことになります。</translation>
    </message>
    <message>
        <source>Typed mountain</source>
        <translation>数式の山</translation>
    </message>
    <message>
        <source>Vanishing slope</source>
        <translation>消える勾配</translation>
    </message>
    <message>
        <source>Vanishing: a deep sigmoid network</source>
        <translation>消失：深いシグモイドネットワーク</translation>
    </message>
    <message>
        <source>Vertical exaggeration</source>
        <translation>高さの強調</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>ウォームアップ</translation>
    </message>
    <message>
        <source>Warm-up, then cosine</source>
        <translation>ウォームアップ+余弦</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>重み減衰</translation>
    </message>
    <message>
        <source>What a stride is multiplied by where the slope has kept its sign.</source>
        <translation>勾配の符号が同じままのとき、歩幅に掛ける倍率です。</translation>
    </message>
    <message>
        <source>What a stride is multiplied by where the slope has turned.</source>
        <translation>勾配の符号が変わったとき、歩幅に掛ける倍率です。</translation>
    </message>
    <message>
        <source>What a stride that does not lead down far enough is multiplied by.</source>
        <translation>十分に下れなかったとき、歩幅に掛ける倍率です。</translation>
    </message>
    <message>
        <source>What a unit makes of its input.</source>
        <translation>ユニットが入力を何に変えるかを決めます。</translation>
    </message>
    <message>
        <source>What measured heights are multiplied with; 1 is true to nature, more makes gentle slopes felt.</source>
        <translation>実測の標高に掛ける倍率です。1 では実際のまま、大きくするとゆるやかな勾配も感じられます。</translation>
    </message>
    <message>
        <source>What share of the full stride the first step has.</source>
        <translation>最初の一歩の、最大の歩幅に対する割合です。</translation>
    </message>
    <message>
        <source>What share of the full stride the shortest step has.</source>
        <translation>最も短い一歩の、最大の歩幅に対する割合です。</translation>
    </message>
    <message>
        <source>What share of the stride remains after the given number of steps.</source>
        <translation>指定した歩数のあとに残る歩幅の割合です。</translation>
    </message>
    <message>
        <source>What share of the stride remains at each cut.</source>
        <translation>縮めるたびに残る歩幅の割合です。</translation>
    </message>
    <message>
        <source>What share of the stride remains at the end.</source>
        <translation>最後に残る歩幅の割合です。</translation>
    </message>
    <message>
        <source>What stands above the table was left out: {texts}.</source>
        <translation>表の上に書かれたものを除外しました：{texts}。</translation>
    </message>
    <message>
        <source>Where the step goes: 0° along the first axis, 90° along the second.</source>
        <translation>一歩の向きです。0° は第 1 軸、90° は第 2 軸に沿います。</translation>
    </message>
    <message>
        <source>Whether the target is a number, or the number of a class.</source>
        <translation>ターゲットが数値か、クラスの番号かを決めます。</translation>
    </message>
    <message>
        <source>Which share of the fall that the slope promises a stride must bring.</source>
        <translation>勾配から見込まれる下りのうち、一歩で実現しなければならない割合です。</translation>
    </message>
    <message>
        <source>Who studied longer passed more often: two numbers say how likely, and the mountain over them is exact.</source>
        <translation>長く勉強した人ほど多く合格しました。二つの数が合格の確率を表し、その上の山は正確です。</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier 正規分布</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier 一様分布</translation>
    </message>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>You feel the slope underfoot, and choose the direction and the stride of every step.</source>
        <translation>足元の傾きを感じて、一歩ごとに向きと歩幅を自分で決めます。</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>バイナリファイル</translation>
    </message>
    <message>
        <source>a column</source>
        <translation>1 列</translation>
    </message>
    <message>
        <source>a comma stands only between the arguments of a function; decimals have a point</source>
        <translation>コンマは関数の引数の区切りにだけ使えます。小数点にはピリオドを使ってください。</translation>
    </message>
    <message>
        <source>a convolutional network with {stages} stages needs square pictures with a side that {half} divides, such as {fitting} columns, not {inputs}</source>
        <translation>{stages} 段の畳み込みネットワークには、一辺が {half} で割り切れる正方形の画像が必要です。列の数は、{inputs} ではなく {fitting} などにしてください。</translation>
    </message>
    <message>
        <source>a damaged {encoding} text</source>
        <translation>壊れた {encoding} テキスト</translation>
    </message>
    <message>
        <source>a decimal is written with a point, as 0.5</source>
        <translation>小数は 0.5 のように、ピリオドで書いてください。</translation>
    </message>
    <message>
        <source>a formula has at most {most} characters, and this has {count}</source>
        <translation>数式は {most} 文字までです（今は {count} 文字）。</translation>
    </message>
    <message>
        <source>a formula has one side only: write what z is equal to</source>
        <translation>等号は使えません。z に等しい式だけを書いてください。</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>gzip 書庫</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>a number, x, y or a bracket is expected before {text}</source>
        <translation>{text} の前には、数、x、y、括弧のいずれかが必要です。</translation>
    </message>
    <message>
        <source>a party has at most {most} trekkers, not {count}</source>
        <translation>トレッカーは {most} 人までです（今は {count} 人）。</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>a plane needs two different directions of {count} parameters each</source>
        <translation>平面には、パラメータ {count} 個ずつの異なる二方向が必要です。</translation>
    </message>
    <message>
        <source>a plane needs two different parameters, not {first} and {second}</source>
        <translation>平面には異なる二つのパラメータが必要です（{first} と {second} ではなく）。</translation>
    </message>
    <message>
        <source>a point belongs between digits, as in 0.5</source>
        <translation>ピリオドは 0.5 のように、数字の間に書いてください。</translation>
    </message>
    <message>
        <source>a raised exponent is a whole number, as in x² or x⁻¹</source>
        <translation>上付きの指数は、x² や x⁻¹ のような整数にしてください。</translation>
    </message>
    <message>
        <source>a scenario needs at least one trekker</source>
        <translation>トレッカーが少なくとも一人必要です。</translation>
    </message>
    <message>
        <source>a walk has principal components once it has gone some steps: let the trekker walk first</source>
        <translation>歩みの主成分は、何歩か進んでから求められます。まずトレッカーを歩かせてください。</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>適応的</translation>
    </message>
    <message>
        <source>an Excel workbook or a zip archive</source>
        <translation>Excel ブックか zip 書庫</translation>
    </message>
    <message>
        <source>an old Excel workbook</source>
        <translation>古い形式の Excel ブック</translation>
    </message>
    <message>
        <source>arrival</source>
        <translation>到着</translation>
    </message>
    <message>
        <source>batch size must be all or a whole number of at least 1, not {batch_size}</source>
        <translation>バッチサイズには、all か 1 以上の整数を指定してください（指定：{batch_size}）。</translation>
    </message>
    <message>
        <source>bounds are four finite numbers x0,x1,y0,y1 with x0 &lt; x1 and y0 &lt; y1, not {x_min},{x_max},{y_min},{y_max}</source>
        <translation>地図の範囲は、x0 &lt; x1 かつ y0 &lt; y1 である有限の数四つ x0,x1,y0,y1 で指定してください（指定：{x_min},{x_max},{y_min},{y_max}）。</translation>
    </message>
    <message>
        <source>category</source>
        <translation>カテゴリ</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>choose at least one input column of {table}: {columns}</source>
        <translation>{table} の入力列を少なくとも一つ選んでください：{columns}</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>classifier</source>
        <translation>分類器</translation>
    </message>
    <message>
        <source>clipping must be off, or norm or value with a limit above 0 as in norm:1.0, not {text}</source>
        <translation>クリッピングは、off か、norm:1.0 のように norm か value と 0 より大きい上限で指定してください（指定：{text}）。</translation>
    </message>
    <message>
        <source>comparing batches needs data with at least 3 rows, not {rows}</source>
        <translation>バッチを比べるには 3 行以上のデータが必要です（今は {rows} 行）。</translation>
    </message>
    <message>
        <source>computing time</source>
        <translation>計算時間</translation>
    </message>
    <message>
        <source>convolution {number}</source>
        <translation>畳み込み {number}</translation>
    </message>
    <message>
        <source>cost J</source>
        <translation>コスト J</translation>
    </message>
    <message>
        <source>cost evaluations</source>
        <translation>コストの計算回数</translation>
    </message>
    <message>
        <source>crossing a ridge</source>
        <translation>尾根越え</translation>
    </message>
    <message>
        <source>curve</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>d is what you chose: a direction and a stride</source>
        <translation>d はあなたが選んだもの（向きと歩幅）です</translation>
    </message>
    <message>
        <source>d is −B∇J, with the inverse Hessian B learnt from the last steps; s is the first of 1, … that leads down</source>
        <translation>d は −B∇J（B は直近の数歩から学んだヘッセ行列の逆行列）、s は 1, … のうち最初に下りになる値です</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>decimal sign</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>delimiter</source>
        <translation>区切り文字</translation>
    </message>
    <message>
        <source>dense {number}</source>
        <translation>全結合 {number}</translation>
    </message>
    <message>
        <source>distance to a minimum</source>
        <translation>最小点までの距離</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>発散</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>発散</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>east (m)</source>
        <translation>東 (m)</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>end</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>exactly 2</source>
        <translation>ちょうど 2 種類</translation>
    </message>
    <message>
        <source>exponents go from −{most} to {most}</source>
        <translation>指数は −{most} から {most} までです。</translation>
    </message>
    <message>
        <source>felt slope</source>
        <translation>感じた傾き</translation>
    </message>
    <message>
        <source>first ascent</source>
        <translation>最初の上り</translation>
    </message>
    <message>
        <source>found by searching</source>
        <translation>探索の結果</translation>
    </message>
    <message>
        <source>global minimum</source>
        <translation>大域最小</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>gradient evaluations</source>
        <translation>勾配の計算回数</translation>
    </message>
    <message>
        <source>gusts blow on a plain terrain of two parameters; this ground has rows or more parameters</source>
        <translation>突風は、パラメータが二つの普通の地形にだけ吹きます。この地形にはデータの行か、もっと多くのパラメータがあります。</translation>
    </message>
    <message>
        <source>gusts need at least 2 rows and a strength of at least 0, not {rows} and {strength}</source>
        <translation>突風には 2 以上の行数と 0 以上の強さが必要です（指定：{rows} と {strength}）。</translation>
    </message>
    <message>
        <source>held out can be 1 to {most} of these {months} months, not {held_out}</source>
        <translation>取り置けるのは、この {months} か月のうち 1 から {most} か月までです（指定：{held_out}）。</translation>
    </message>
    <message>
        <source>how far does {text} reach here? Put its argument in brackets, as {text}(…)</source>
        <translation>{text} がどこまでかかるのか決められません。引数を {text}(…) のように括弧で囲んでください。</translation>
    </message>
    <message>
        <source>infinity is not a number that a mountain can have; take it out</source>
        <translation>無限大は山の数として使えません。取り除いてください。</translation>
    </message>
    <message>
        <source>intercept</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>lags</source>
        <translation>ラグ</translation>
    </message>
    <message>
        <source>lags must be a whole number from 1 to {most}, not {lags}</source>
        <translation>ラグには 1 から {most} までの整数を指定してください（指定：{lags}）。</translation>
    </message>
    <message>
        <source>left the map</source>
        <translation>地図の外</translation>
    </message>
    <message>
        <source>line {line} ({columns})</source>
        <translation>{line} 行目（{columns}）</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>線形</translation>
    </message>
    <message>
        <source>local minimum</source>
        <translation>局所最小</translation>
    </message>
    <message>
        <source>log</source>
        <translation>対数</translation>
    </message>
    <message>
        <source>logistic regression needs targets of two classes, 0 and 1</source>
        <translation>ロジスティック回帰には、0 と 1 の二クラスのターゲットが必要です。</translation>
    </message>
    <message>
        <source>made ready</source>
        <translation>下準備</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>極大</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>モメンタム</translation>
    </message>
    <message>
        <source>more than {most} points cannot be edited; delete some first</source>
        <translation>編集できる点は {most} 個までです。先にいくつか削除してください。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>names here have no _ (except theta_0 and theta_1)</source>
        <translation>ここでの名前に _ は使えません（theta_0 と theta_1 を除く）。</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>no column of numbers</source>
        <translation>数値の列がありません</translation>
    </message>
    <message>
        <source>no word comes in two of these texts, so there is nothing to learn; take more texts</source>
        <translation>二つ以上の文章に現れる単語がないため、何も学べません。文章を増やしてください。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>ノルム</translation>
    </message>
    <message>
        <source>north (m)</source>
        <translation>北 (m)</translation>
    </message>
    <message>
        <source>not a text in {encoding}</source>
        <translation>{encoding} ではないテキスト</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>off</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>途中の計算</translation>
    </message>
    <message>
        <source>one column of numbers</source>
        <translation>数値の列が 1 列しかありません</translation>
    </message>
    <message>
        <source>one month ahead, from true prices</source>
        <translation>実際の価格から 1 か月先を予測</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>{choices} のいずれか</translation>
    </message>
    <message>
        <source>only ground of two parameters is its own plane, not of {count}</source>
        <translation>地形そのものが平面になるのは、パラメータが二つのときだけです（今は {count} 個）。</translation>
    </message>
    <message>
        <source>only tables of up to {most} rows can be edited point by point; this one has {count}</source>
        <translation>点ごとに編集できるのは {most} 行までの表です。この表は {count} 行あります。</translation>
    </message>
    <message>
        <source>oscillating</source>
        <translation>振動</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>plateau</source>
        <translation>平坦（プラトー）</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>肯定</translation>
    </message>
    <message>
        <source>price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>price {k} back</source>
        <translation>{k} か月前の価格</translation>
    </message>
    <message>
        <source>principal components of the walk</source>
        <translation>歩みの主成分</translation>
    </message>
    <message>
        <source>put an operator before {text}: * to multiply or ^ for a power</source>
        <translation>{text} の前に演算子を置いてください。掛けるなら *、累乗なら ^ です。</translation>
    </message>
    <message>
        <source>put the power behind the function, as {name}(x)^2</source>
        <translation>累乗は {name}(x)^2 のように、関数の後ろに書いてください。</translation>
    </message>
    <message>
        <source>random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>random {number}</source>
        <translation>ランダム {number}</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>回帰</translation>
    </message>
    <message>
        <source>remembered</source>
        <translation>覚えたこと</translation>
    </message>
    <message>
        <source>row visits</source>
        <translation>行の参照回数</translation>
    </message>
    <message>
        <source>row {line} ({columns})</source>
        <translation>{line} 行目（{columns}）</translation>
    </message>
    <message>
        <source>s is the first of α, ασ, ασ², … after which J is lower by at least c·s·‖∇J‖²</source>
        <translation>s は α, ασ, ασ², … のうち、J が c·s·‖∇J‖² 以上下がる最初の値です</translation>
    </message>
    <message>
        <source>saddle</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <source>say which parameter: θ0 (or x), θ1 (or y)</source>
        <translation>どのパラメータかを書いてください：θ0（または x）、θ1（または y）。</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>second order</source>
        <translation>二次の手法</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>seed must be a whole number of at least 0, not {seed}</source>
        <translation>シードには 0 以上の整数を指定してください（指定：{seed}）。</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>slope ‖∇J‖</source>
        <translation>傾き ‖∇J‖</translation>
    </message>
    <message>
        <source>small normal</source>
        <translation>小さな正規分布</translation>
    </message>
    <message>
        <source>something is missing after {text}: a number, x, y or a bracket</source>
        <translation>{text} の後ろに、数、x、y、括弧のいずれかが足りません。</translation>
    </message>
    <message>
        <source>something is missing before {text}: a number, x or y</source>
        <translation>{text} の前に、数、x、y のいずれかが足りません。</translation>
    </message>
    <message>
        <source>start must be finite numbers, not {start}</source>
        <translation>出発点には有限の数を指定してください（指定：{start}）。</translation>
    </message>
    <message>
        <source>start must be {wanted} numbers for {title}, not {count}</source>
        <translation>「{title}」の出発点には {wanted} 個の数が必要です（今は {count} 個）。</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>歩幅</translation>
    </message>
    <message>
        <source>step limit</source>
        <translation>歩数の上限</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>歩数</translation>
    </message>
    <message>
        <source>straight against it</source>
        <translation>その真逆</translation>
    </message>
    <message>
        <source>superscript</source>
        <translation>上付き文字</translation>
    </message>
    <message>
        <source>symbol</source>
        <translation>記号</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>the cell size and the vertical exaggeration of a landscape are numbers above 0</source>
        <translation>地形のセルの大きさと高さの強調には、0 より大きい数を指定してください。</translation>
    </message>
    <message>
        <source>the column {name} has numbers beyond {most}, too large to be squared</source>
        <translation>列 {name} に {most} を超える数があり、大きすぎて二乗できません。</translation>
    </message>
    <message>
        <source>the column {name} has {count} different values in the rows that are left; categories are 2 to {most}</source>
        <translation>残った行で、列 {name} には {count} 種類の値があります。カテゴリは 2〜{most} 種類です。</translation>
    </message>
    <message>
        <source>the column {name} holds no dates that are read here, such as 2026-01-31</source>
        <translation>列 {name} には、2026-01-31 のような、ここで読める日付がありません。</translation>
    </message>
    <message>
        <source>the column {name} holds no numbers</source>
        <translation>列 {name} に数はありません。</translation>
    </message>
    <message>
        <source>the column {name} holds nothing that gaps could be filled with</source>
        <translation>列 {name} には、欠損を埋められる値がありません。</translation>
    </message>
    <message>
        <source>the column {name} holds texts; choose columns of numbers, dates or categories, which have at most {most} different texts</source>
        <translation>列 {name} の中身は文章です。数、日付、カテゴリ（{most} 種類までの文字列）の列を選んでください。</translation>
    </message>
    <message>
        <source>the column {name} is chosen twice; inputs and target must be different columns</source>
        <translation>列 {name} が二回選ばれています。入力とターゲットには異なる列を選んでください。</translation>
    </message>
    <message>
        <source>the column {name} is chosen twice; texts and labels must be different columns</source>
        <translation>列 {name} が二回選ばれています。文章とラベルには異なる列を選んでください。</translation>
    </message>
    <message>
        <source>the column {name} must be a plain list of finite numbers</source>
        <translation>列 {name} は、有限の数を並べたものでなければなりません。</translation>
    </message>
    <message>
        <source>the inputs are too large for a polynomial of degree {degree}; standardise them or lower the degree</source>
        <translation>入力が大きすぎて {degree} 次の多項式を計算できません。標準化するか、次数を下げてください。</translation>
    </message>
    <message>
        <source>the last point of class {label} must stay: the model learns to tell the classes apart</source>
        <translation>クラス {label} の最後の点は残しておいてください。モデルはクラスの見分け方を学びます。</translation>
    </message>
    <message>
        <source>the limit of clipping must be a number above 0, not {limit}</source>
        <translation>クリッピングの上限には 0 より大きい数を指定してください（指定：{limit}）。</translation>
    </message>
    <message>
        <source>the number of a trekker must be from 0 to {last}, not {number}</source>
        <translation>トレッカーの番号は 0 から {last} までです（指定：{number}）。</translation>
    </message>
    <message>
        <source>the number of steps must be a whole number of at least 1, not {steps}</source>
        <translation>歩数には 1 以上の整数を指定してください（指定：{steps}）。</translation>
    </message>
    <message>
        <source>the picture must have {side}×{side} pixels, not {shape}</source>
        <translation>画像は {side}×{side} ピクセルでなければなりません（今は {shape}）。</translation>
    </message>
    <message>
        <source>the share of rows held out must be a number above 0 and below 1, not {share}</source>
        <translation>取り置く行の割合には、0 より大きく 1 未満の数を指定してください（指定：{share}）。</translation>
    </message>
    <message>
        <source>the share of rows held out must be a number of at least 0 and below 1, not {share}</source>
        <translation>取り置く行の割合には、0 以上 1 未満の数を指定してください（指定：{share}）。</translation>
    </message>
    <message>
        <source>the sheet {sheet} of {name}</source>
        <translation>{name} のシート {sheet}</translation>
    </message>
    <message>
        <source>the sheet {sheet} of {name} is damaged; save the table as CSV and open that</source>
        <translation>{name} のシート {sheet} は壊れています。表を CSV で保存し、それを開いてください。</translation>
    </message>
    <message>
        <source>the step</source>
        <translation>一歩</translation>
    </message>
    <message>
        <source>the table {name} has two columns of one name among {names}</source>
        <translation>表 {name} に同じ名前の列が二つあります（列：{names}）。</translation>
    </message>
    <message>
        <source>the table {name} needs at least one column, and columns of one length</source>
        <translation>表 {name} には少なくとも一つの列が必要で、どの列も同じ長さでなければなりません。</translation>
    </message>
    <message>
        <source>the texts need exactly 2 different labels, such as positive and negative, not {count}</source>
        <translation>文章には、肯定と否定のような、ちょうど 2 種類のラベルが必要です（今は {count} 種類）。</translation>
    </message>
    <message>
        <source>the walk ends</source>
        <translation>歩みの終わり</translation>
    </message>
    <message>
        <source>the weight of smoothing must be at least 0 and below 1, not {weight}</source>
        <translation>平滑化の重みには、0 以上 1 未満の数を指定してください（指定：{weight}）。</translation>
    </message>
    <message>
        <source>the {what} must be one of {known}, not {chosen}</source>
        <translation>{what}には {known} のいずれかを指定してください（指定：{chosen}）。</translation>
    </message>
    <message>
        <source>there are no reviews in {language} here; there are {known}</source>
        <translation>言語 {language} のレビューはありません。あるのは {known} です。</translation>
    </message>
    <message>
        <source>there is an invisible character (U+{code}) here; take it out</source>
        <translation>ここに見えない文字（U+{code}）があります。取り除いてください。</translation>
    </message>
    <message>
        <source>there is no % here; write a fraction, as 0.05</source>
        <translation>% は使えません。0.05 のように小数で書いてください。</translation>
    </message>
    <message>
        <source>there is no factorial here; take the ! out</source>
        <translation>階乗は使えません。! を取り除いてください。</translation>
    </message>
    <message>
        <source>there is no file {path}</source>
        <translation>ファイル {path} がありません。</translation>
    </message>
    <message>
        <source>this bracket closes nothing; take it out, or open one before it</source>
        <translation>この閉じ括弧に対応する開き括弧がありません。取り除くか、前に開き括弧を置いてください。</translation>
    </message>
    <message>
        <source>this bracket is never closed; add a )</source>
        <translation>この括弧が閉じられていません。) を加えてください。</translation>
    </message>
    <message>
        <source>this is nested more than {most} deep; write it more simply</source>
        <translation>入れ子が {most} 段より深くなっています。もっと簡単に書いてください。</translation>
    </message>
    <message>
        <source>this part has no finite value, whatever x and y are</source>
        <translation>この部分は、x と y が何であっても有限の値になりません。</translation>
    </message>
    <message>
        <source>this | is never closed; write |x| or abs(x)</source>
        <translation>この | が閉じられていません。|x| または abs(x) と書いてください。</translation>
    </message>
    <message>
        <source>to learn from texts, the target needs exactly 2 different labels; the column {column} has {count}</source>
        <translation>文章から学ぶには、ターゲットにちょうど 2 種類のラベルが必要です。列 {column} には {count} 種類あります。</translation>
    </message>
    <message>
        <source>too large normal</source>
        <translation>大きすぎる正規分布</translation>
    </message>
    <message>
        <source>trend</source>
        <translation>傾向</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true か false</translation>
    </message>
    <message>
        <source>two parameters</source>
        <translation>二つのパラメータ</translation>
    </message>
    <message>
        <source>two random directions</source>
        <translation>二つのランダムな方向</translation>
    </message>
    <message>
        <source>use round brackets ( )</source>
        <translation>丸括弧 ( ) を使ってください。</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>values of type {kind}</source>
        <translation>{kind} 型の値</translation>
    </message>
    <message>
        <source>warmup must be below duration, which is {duration}, not {warmup}</source>
        <translation>ウォームアップは期間（{duration}）より短くしてください（指定：{warmup}）。</translation>
    </message>
    <message>
        <source>what is felt</source>
        <translation>感じたこと</translation>
    </message>
    <message>
        <source>what it brought</source>
        <translation>その結果</translation>
    </message>
    <message>
        <source>where H + λI has a direction that curves down, the step is −∇J/h, h its largest curvature</source>
        <translation>H + λI に下向きに曲がる方向がある場所では、一歩は −∇J/h です（h は最大の曲率）</translation>
    </message>
    <message>
        <source>words</source>
        <translation>単語</translation>
    </message>
    <message>
        <source>write 1/{name}(x), or the inverse function by its name</source>
        <translation>1/{name}(x) と書くか、逆関数をその名前で書いてください。</translation>
    </message>
    <message>
        <source>write a formula of x and y, such as x^2 + 3y^2</source>
        <translation>x^2 + 3y^2 のような、x と y の数式を書いてください。</translation>
    </message>
    <message>
        <source>write the arguments of {name} in brackets, as {name}({arguments})</source>
        <translation>{name} の引数は {name}({arguments}) のように括弧の中に書いてください。</translation>
    </message>
    <message>
        <source>write the fraction {character} with a slash, as (1/2)</source>
        <translation>分数 {character} は (1/2) のように斜線で書いてください。</translation>
    </message>
    <message>
        <source>years since 2000</source>
        <translation>2000 年からの年数</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>すべて 0</translation>
    </message>
    <message>
        <source>{block} {index}</source>
        <translation>{block} {index}</translation>
    </message>
    <message>
        <source>{cells} filled with what the cell above shows.</source>
        <translation>{cells}を、上のセルの値で埋めました。</translation>
    </message>
    <message>
        <source>{cell} was read as {value}; with the other decimal sign it would be {other}.</source>
        <translation>{cell} は {value} と読み取りました。小数点がもう一方の記号なら {other} になります。</translation>
    </message>
    <message>
        <source>{column} (days since {date})</source>
        <translation>{column}（{date} からの日数）</translation>
    </message>
    <message>
        <source>{column} became {columns} of 0 and 1; where all are 0 it is {label}.</source>
        <translation>{column} を 0 と 1 の {columns}に変えました。すべて 0 のときは {label} です。</translation>
    </message>
    <message>
        <source>{company}, monthly prices</source>
        <translation>{company} の月ごとの株価</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count} 列</translation>
    </message>
    <message>
        <source>{count} gaps</source>
        <translation>欠損 {count} 件</translation>
    </message>
    <message>
        <source>{count} merged cells were</source>
        <translation>結合セル {count} 個</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{total} 個中 {count} 個</translation>
    </message>
    <message>
        <source>{count} rows were</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{file} does not say how large its cells are: each is taken to measure {size} m.</source>
        <translation>{file} にはセルの大きさが書かれていません。一つのセルを {size} m とみなします。</translation>
    </message>
    <message>
        <source>{formula} over the k known pieces of a text</source>
        <translation>{formula}(和は文中の既知の語句 k 個にわたる)</translation>
    </message>
    <message>
        <source>{gaps} in {column}: filled with the most frequent, {label}.</source>
        <translation>{column} の{gaps}：最も多い値 {label} で埋めました。</translation>
    </message>
    <message>
        <source>{gaps} in {column}: filled with the {statistic}, {value}.</source>
        <translation>{column} の{gaps}：{statistic} {value} で埋めました。</translation>
    </message>
    <message>
        <source>{kind} above {low}</source>
        <translation>{low} より大きい{kind}</translation>
    </message>
    <message>
        <source>{kind} above {low} and below {high}</source>
        <translation>{low} より大きく {high} 未満の{kind}</translation>
    </message>
    <message>
        <source>{kind} above {low} and of at most {high}</source>
        <translation>{low} より大きく {high} 以下の{kind}</translation>
    </message>
    <message>
        <source>{kind} below {high}</source>
        <translation>{high} より小さい{kind}</translation>
    </message>
    <message>
        <source>{kind} from {low} to {high}</source>
        <translation>{low} から {high} までの{kind}</translation>
    </message>
    <message>
        <source>{kind} of at least {low}</source>
        <translation>{low} 以上の{kind}</translation>
    </message>
    <message>
        <source>{kind} of at least {low} and below {high}</source>
        <translation>{low} 以上 {high} 未満の{kind}</translation>
    </message>
    <message>
        <source>{kind} of at most {high}</source>
        <translation>{high} 以下の{kind}</translation>
    </message>
    <message>
        <source>{kind} that is finite</source>
        <translation>有限の{kind}</translation>
    </message>
    <message>
        <source>{layer} biases</source>
        <translation>{layer} バイアス</translation>
    </message>
    <message>
        <source>{layer} filters</source>
        <translation>{layer} フィルター</translation>
    </message>
    <message>
        <source>{layer} weights</source>
        <translation>{layer} 重み</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least}〜{most}</translation>
    </message>
    <message>
        <source>{model} needs a target of numbers, not categories; models for categories are {able}</source>
        <translation>{model}には、カテゴリではなく数値のターゲットが必要です。カテゴリに使えるモデルは、{able}です。</translation>
    </message>
    <message>
        <source>{model} needs a target with {allowed} different values; the column {column} has {count}</source>
        <translation>{model}には、値が{allowed}のターゲットが必要です。列 {column} の値は {count} 種類です。</translation>
    </message>
    <message>
        <source>{model} needs at least {fewest} points here; add one before you delete one</source>
        <translation>ここで{model}を使うには、点が少なくとも {fewest} 個必要です。削除する前に一つ追加してください。</translation>
    </message>
    <message>
        <source>{model} needs targets that are class numbers, whole numbers from 0 on</source>
        <translation>{model}には、0 から始まる整数のクラス番号をターゲットとして指定してください。</translation>
    </message>
    <message>
        <source>{model}: {target} from {inputs}</source>
        <translation>{model}：{inputs} から {target}</translation>
    </message>
    <message>
        <source>{names} are ahead together, at cost {cost}.</source>
        <translation>{names} がコスト {cost} で並んで先頭です。</translation>
    </message>
    <message>
        <source>{names}, … ({count} columns)</source>
        <translation>{names}、…（{count} 列）</translation>
    </message>
    <message>
        <source>{name} announces {columns} × {rows} heights and has {count}; it is broken or cut off</source>
        <translation>{name} には {columns} × {rows} 個の高さがあるはずですが、{count} 個しか読めません。壊れているか、途中で切れています。</translation>
    </message>
    <message>
        <source>{name} cannot be read as a picture; it is broken, cut off or of another kind</source>
        <translation>{name} を画像として読めません。壊れているか、途中で切れているか、別の種類のファイルです。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}</source>
        <translation>{name} を読めません：{reason}</translation>
    </message>
    <message>
        <source>{name} has a line of more than {most} characters; it is no table</source>
        <translation>{name} に {most} 文字を超える行があります。表ではありません。</translation>
    </message>
    <message>
        <source>{name} has names but no row below them; a table needs at least two rows</source>
        <translation>{name} には列名だけがあり、行がありません。表には 2 行以上が必要です。</translation>
    </message>
    <message>
        <source>{name} has no heights in it: every cell is empty or NaN</source>
        <translation>{name} には高さがありません。どのセルも空か NaN です。</translation>
    </message>
    <message>
        <source>{name} has no sheet {sheet}; it has {names}</source>
        <translation>{name} にシート {sheet} はありません。あるのは {names} です。</translation>
    </message>
    <message>
        <source>{name} has no table of numbers in it; save a 2-D array named elevation</source>
        <translation>{name} には数値の表がありません。elevation という名前の二次元配列を保存してください。</translation>
    </message>
    <message>
        <source>{name} has one column; a table needs two, one for x and one for y</source>
        <translation>{name} は 1 列だけです。表には x と y の 2 列が必要です。</translation>
    </message>
    <message>
        <source>{name} has one row; a table needs at least two</source>
        <translation>{name} は 1 行だけです。表には 2 行以上が必要です。</translation>
    </message>
    <message>
        <source>{name} has one row; holding some out needs at least two</source>
        <translation>{name} は 1 行だけです。取り置くには 2 行以上が必要です。</translation>
    </message>
    <message>
        <source>{name} has {columns} × {rows} cells; at most {most} are read, so make it smaller first</source>
        <translation>{name} には {columns} × {rows} 個のセルがあります。読めるのは {most} 個までなので、先に小さくしてください。</translation>
    </message>
    <message>
        <source>{name} has {count} axes; an elevation grid has 2: rows and columns</source>
        <translation>{name} には軸が {count} 本あります。標高の格子に必要な軸は、行と列の 2 本です。</translation>
    </message>
    <message>
        <source>{name} has {count} tables of numbers; one of them must be named elevation</source>
        <translation>{name} には数値の表が {count} 個あります。そのうち一つを elevation という名前にしてください。</translation>
    </message>
    <message>
        <source>{name} holds heights above 1e100 m; if they mean “no data”, write NaN instead</source>
        <translation>{name} に 1e100 m を超える高さがあります。「データなし」の意味なら、代わりに NaN と書いてください。</translation>
    </message>
    <message>
        <source>{name} holds {kind}, not plain numbers; save an array of numbers</source>
        <translation>{name} の中身は普通の数ではなく、{kind}です。数の配列を保存してください。</translation>
    </message>
    <message>
        <source>{name} is a folder; choose a file in it</source>
        <translation>{name} はフォルダーです。中のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{name} is a folder; open a CSV file inside it</source>
        <translation>{name} はフォルダーです。中の CSV ファイルを開いてください。</translation>
    </message>
    <message>
        <source>{name} is a zip archive or a damaged workbook; save the table as CSV (UTF-8) and open that</source>
        <translation>{name} は zip 書庫か、壊れたブックです。表を CSV（UTF-8）で保存し、それを開いてください。</translation>
    </message>
    <message>
        <source>{name} is broken or cut off; save it again with numpy.savez</source>
        <translation>{name} は壊れているか、途中で切れています。numpy.savez で保存し直してください。</translation>
    </message>
    <message>
        <source>{name} is cut off: {wanted} bytes of heights are announced and {count} are there</source>
        <translation>{name} は途中で切れています。高さのデータは {wanted} バイトのはずですが、{count} バイトしかありません。</translation>
    </message>
    <message>
        <source>{name} is empty; a table needs two columns and two rows</source>
        <translation>{name} は空です。表には 2 列 2 行以上が必要です。</translation>
    </message>
    <message>
        <source>{name} is empty; write one line of numbers for each row of the landscape</source>
        <translation>{name} は空です。地形の一行ごとに、数を一行ずつ書いてください。</translation>
    </message>
    <message>
        <source>{name} is locked by a password; save a copy without one</source>
        <translation>{name} はパスワードで保護されています。パスワードなしのコピーを保存してください。</translation>
    </message>
    <message>
        <source>{name} is not a kind of file that is read here; there are {kinds}</source>
        <translation>{name} は、ここで読める種類のファイルではありません。読めるのは {kinds} です。</translation>
    </message>
    <message>
        <source>{name} is not a model here; there are {known}</source>
        <translation>{name} というモデルはありません。あるのは {known} です。</translation>
    </message>
    <message>
        <source>{name} is not a mountain here; there are {known}</source>
        <translation>{name} という山はありません。あるのは {known} です。</translation>
    </message>
    <message>
        <source>{name} is not a sample here; there are {known}</source>
        <translation>{name} というサンプルはありません。あるのは {known} です。</translation>
    </message>
    <message>
        <source>{name} is not a schedule here; there are {known}</source>
        <translation>{name} というスケジュールはありません。あるのは {known} です。</translation>
    </message>
    <message>
        <source>{name} is not a setting here; there are {known}</source>
        <translation>{name} という設定はありません。あるのは {known} です。</translation>
    </message>
    <message>
        <source>{name} is not an ESRI grid: its first lines must give ncols and nrows as whole numbers</source>
        <translation>{name} は ESRI グリッドではありません。最初の数行で ncols と nrows を整数で示す必要があります。</translation>
    </message>
    <message>
        <source>{name} is not an application here; there are {known}</source>
        <translation>{name} という応用例はありません。あるのは {known} です。</translation>
    </message>
    <message>
        <source>{name} is not an array of NumPy; save it with numpy.save</source>
        <translation>{name} は NumPy の配列ではありません。numpy.save で保存してください。</translation>
    </message>
    <message>
        <source>{name} is not an optimizer here; there are {known}</source>
        <translation>{name} という最適化手法はありません。あるのは {known} です。</translation>
    </message>
    <message>
        <source>{name} is not an ordinary file; open a CSV file</source>
        <translation>{name} は通常のファイルではありません。CSV ファイルを開いてください。</translation>
    </message>
    <message>
        <source>{name} is too large a picture; make it smaller first</source>
        <translation>画像 {name} は大きすぎます。先に小さくしてください。</translation>
    </message>
    <message>
        <source>{name} is {columns} × {rows} cells; a landscape needs at least 2 × 2</source>
        <translation>{name} は {columns} × {rows} セルです。地形には少なくとも 2 × 2 セルが必要です。</translation>
    </message>
    <message>
        <source>{name} is {size} MB; tables up to {most} MB can be opened</source>
        <translation>{name} は {size} MB です。開ける表は {most} MB までです。</translation>
    </message>
    <message>
        <source>{name} is {what}; save the table as CSV (UTF-8) and open that</source>
        <translation>{name} の中身は、{what}です。表を CSV（UTF-8）で保存し、それを開いてください。</translation>
    </message>
    <message>
        <source>{name} may not be read; its permissions forbid it</source>
        <translation>{name} を読む権限がありません。</translation>
    </message>
    <message>
        <source>{name} takes one argument; a decimal is written with a point, as 0.5</source>
        <translation>{name} の引数は 1 個です。小数は 0.5 のように点で書いてください。</translation>
    </message>
    <message>
        <source>{name} takes {wanted} arguments, not {count}</source>
        <translation>{name} の引数は {wanted} 個です（今は {count} 個）。</translation>
    </message>
    <message>
        <source>{name} won: as low as {others}, but sooner, after {count} gradient evaluations.</source>
        <translation>{name} の勝ち：{others} と同じ低さに、より早く、勾配の計算 {count} 回で着きました。</translation>
    </message>
    <message>
        <source>{name} won: as low as {others}, but sooner, after {count} ms of computing.</source>
        <translation>{name} の勝ち：{others} と同じ低さに、より早く、{count} ms の計算で着きました。</translation>
    </message>
    <message>
        <source>{name} won: as low as {others}, but sooner, after {count} steps.</source>
        <translation>{name} の勝ち：{others} と同じ低さに、より早く、{count} 歩で着きました。</translation>
    </message>
    <message>
        <source>{name} won: nobody else came as low as cost {cost}.</source>
        <translation>{name} の勝ち：コスト {cost} まで下りた者はほかにいません。</translation>
    </message>
    <message>
        <source>{name} won: of those who stayed on the map nobody else came as low as cost {cost}.</source>
        <translation>{name} の勝ち：地図に残った中で、ほかのだれもコスト {cost} まで下りませんでした。</translation>
    </message>
    <message>
        <source>{name}, after line {line}: a cell in quotes does not end as it should</source>
        <translation>{name}、{line} 行目より後：引用符で囲まれたセルが正しく閉じられていません。</translation>
    </message>
    <message>
        <source>{name}, line {line}: {count} cells where the first row has {width}</source>
        <translation>{name}、{line} 行目：セルが {count} 個ありますが、最初の行は {width} 個です。</translation>
    </message>
    <message>
        <source>{name}, line {number}, column {column}: “{shown}” is not a number; leave it empty for no data</source>
        <translation>{name}、{number} 行目 {column} 列目：「{shown}」は数ではありません。データがなければ空にしてください。</translation>
    </message>
    <message>
        <source>{name}, line {number}: this is not a table of numbers written as text</source>
        <translation>{name}、{number} 行目：テキストで書かれた数値の表ではありません。</translation>
    </message>
    <message>
        <source>{name}, line {number}: {count} numbers, but {first} in the first line; every line must have as many</source>
        <translation>{name}、{number} 行目：数が {count} 個ありますが、最初の行は {first} 個です。どの行も同じ個数にしてください。</translation>
    </message>
    <message>
        <source>{name}, line {number}: “{word}” must be followed by a number</source>
        <translation>{name}、{number} 行目：「{word}」の後ろには数が必要です。</translation>
    </message>
    <message>
        <source>{name}: cellsize must be a number above 0, not {east}</source>
        <translation>{name}：cellsize には 0 より大きい数を指定してください（指定：{east}）。</translation>
    </message>
    <message>
        <source>{places} and {count} more</source>
        <translation>{places}、ほか {count} 行</translation>
    </message>
    <message>
        <source>{rows} left out for want of a number: {places}.</source>
        <translation>数が欠けているため、{rows}を除外しました：{places}。</translation>
    </message>
    <message>
        <source>{rows} left out for want of a value: {places}.</source>
        <translation>値が欠けているため、{rows}を除外しました：{places}。</translation>
    </message>
    <message>
        <source>{rule} needs the curvature of the ground, which is not known on {ground}; every other rule can walk there.</source>
        <translation>{rule}には地面の曲率が必要ですが、「{ground}」では分かっていません。ほかの手法ならどれでも歩けます。</translation>
    </message>
    <message>
        <source>{setting} must be {allowed}, not {value}</source>
        <translation>「{setting}」に入力できるのは、{allowed}です（入力：{value}）。</translation>
    </message>
    <message>
        <source>{setting} must be {least} to {most} whole numbers from 1 to {largest} with commas between them, such as 16,16, not {text}</source>
        <translation>「{setting}」には、1 から {largest} までの整数を {least}〜{most} 個、16,16 のようにコンマで区切って入力してください（入力：{text}）。</translation>
    </message>
    <message>
        <source>{some}, {one}</source>
        <translation>{some}、{one}</translation>
    </message>
    <message>
        <source>{symbol} (intercept)</source>
        <translation>{symbol}（切片）</translation>
    </message>
    <message>
        <source>{symbol} (slope of {column})</source>
        <translation>{symbol}（{column} の傾き）</translation>
    </message>
    <message>
        <source>{symbol} is not a company here; there are {known}</source>
        <translation>{symbol} という会社はありません。あるのは {known} です。</translation>
    </message>
    <message>
        <source>{table} has fewer than two rows without a missing number</source>
        <translation>{table} には、数がそろった行が 2 行もありません。</translation>
    </message>
    <message>
        <source>{table} has fewer than two rows without a missing value</source>
        <translation>{table} には、欠損値のない行が 2 行もありません。</translation>
    </message>
    <message>
        <source>{table} has no column {column}; it has {names}</source>
        <translation>{table} に {column} という列はありません。あるのは {names} です。</translation>
    </message>
    <message>
        <source>{table} has values of {column} that were not among those the model learns from</source>
        <translation>{table} の {column} に、モデルが学ぶデータにはない値があります。</translation>
    </message>
    <message>
        <source>{table} has {found}; a table needs two, one for x and one for y</source>
        <translation>{table} には{found}。表には x と y の 2 列が必要です。</translation>
    </message>
    <message>
        <source>{texts} texts need as many labels, not {labels}</source>
        <translation>文章 {texts} 件には同じ数のラベルが必要です（今は {labels} 件）。</translation>
    </message>
    <message>
        <source>{text} is too large; numbers go up to about 1e308</source>
        <translation>{text} は大きすぎます。使える数は約 1e308 までです。</translation>
    </message>
    <message>
        <source>{title} has no height anywhere near the middle of this map; choose other bounds</source>
        <translation>「{title}」には、この地図の中央付近に高さがありません。別の範囲を選んでください。</translation>
    </message>
    <message>
        <source>{title} has no value anywhere near the middle of this map; choose other bounds</source>
        <translation>{title} は、この地図の中央付近で値を持ちません。別の範囲を選んでください。</translation>
    </message>
    <message>
        <source>{title}, standardised</source>
        <translation>{title}（標準化済み）</translation>
    </message>
    <message>
        <source>β is ∇J·(∇J − last ∇J)/‖last ∇J‖², or 0 to start anew; s leads to the lowest point along d</source>
        <translation>β は ∇J·(∇J − 前の ∇J)/‖前の ∇J‖²、または仕切り直すときは 0 です。s は d に沿った最も低い点まで進みます</translation>
    </message>
    <message>
        <source>“{character}” has no meaning in a formula; use x, y, numbers, + - * / ^ ( ) and functions such as sin</source>
        <translation>「{character}」は数式では意味を持ちません。x、y、数、+ - * / ^ ( )、sin などの関数を使ってください。</translation>
    </message>
    <message>
        <source>“{text}” is not expected here; an operator such as + or * is</source>
        <translation>ここに「{text}」は置けません。+ や * などの演算子を置いてください。</translation>
    </message>
    <message>
        <source>“{word}” is not a function here; there are {functions}</source>
        <translation>「{word}」という関数はありません。使えるのは {functions} です。</translation>
    </message>
    <message>
        <source>“{word}” is not known here; a formula has x and y, numbers, pi, e and functions such as sin and exp</source>
        <translation>「{word}」は使えません。数式には x と y、数、pi、e、sin や exp などの関数を使ってください。</translation>
    </message>
    <message>
        <source>“{word}” is not known here; did you mean {known}?</source>
        <translation>「{word}」は使えません。{known} のことですか？</translation>
    </message>
</context>
<context>
    <name>CostPanel</name>
    <message>
        <source>Choose what is plotted, against what, and how much it is smoothed.</source>
        <translation>グラフの縦軸と横軸、平滑化の強さを選びます。</translation>
    </message>
    <message>
        <source>Cost J per step</source>
        <translation>一歩ごとのコスト J</translation>
    </message>
    <message>
        <source>Cost at every step</source>
        <translation>各ステップのコスト</translation>
    </message>
    <message>
        <source>J − lowest J</source>
        <translation>J − 最小の J</translation>
    </message>
    <message>
        <source>Logarithmic shows how fast the cost shrinks, linear shows how much.</source>
        <translation>対数ではコストが減る速さが、線形では減る量がわかります。</translation>
    </message>
    <message>
        <source>Phase plot</source>
        <translation>位相図</translation>
    </message>
    <message>
        <source>Scale of the cost axis</source>
        <translation>コスト軸の目盛り</translation>
    </message>
    <message>
        <source>Values in the plot</source>
        <translation>グラフの値</translation>
    </message>
    <message>
        <source>What is plotted</source>
        <translation>グラフの内容</translation>
    </message>
    <message>
        <source>cost J</source>
        <translation>コスト J</translation>
    </message>
    <message>
        <source>height ({unit})</source>
        <translation>高さ ({unit})</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>線形</translation>
    </message>
    <message>
        <source>log</source>
        <translation>対数</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>ステップ {step}</translation>
    </message>
    <message>
        <source>step {step}, {quantity} {value}</source>
        <translation>ステップ {step}、{quantity} {value}</translation>
    </message>
    <message>
        <source>trekker</source>
        <translation>トレッカー</translation>
    </message>
    <message>
        <source>{count} gradients</source>
        <translation>勾配 {count} 回</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>{name}, linear: too low for log</source>
        <translation>{name}（線形：対数には低すぎます）</translation>
    </message>
    <message>
        <source>{quantity} {value}</source>
        <translation>{quantity} {value}</translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>Fit</source>
        <translation>当てはめ</translation>
    </message>
    <message>
        <source>Fit: {target} by {inputs}</source>
        <translation>当てはめ：{inputs} による {target}</translation>
    </message>
</context>
<context>
    <name>DerivativesView</name>
    <message>
        <source>Derivatives</source>
        <translation>導関数</translation>
    </message>
    <message>
        <source>too long to be read, and used all the same</source>
        <translation>長すぎて表示できませんが、計算には使われています</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Source: {source}</source>
        <translation>出典：{source}</translation>
    </message>
    <message>
        <source>The blindfold hides pictures, formulas, and what is known of each ground.</source>
        <translation>目隠しが図や式、それぞれの地形について知られていることを隠しています。</translation>
    </message>
</context>
<context>
    <name>Dial</name>
    <message>
        <source>Direction and stride</source>
        <translation>向きと歩幅</translation>
    </message>
    <message>
        <source>Drag, or press the arrow keys: left and right turn, up and down lengthen and shorten. Enter steps.</source>
        <translation>ドラッグか矢印キーで選びます。左右で向き、上下で歩幅を変え、Enter で一歩進みます。</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Draw a digit here</source>
        <translation>ここに数字を書く</translation>
    </message>
    <message>
        <source>Draw with the mouse. Arrow keys move the pen, with Shift they draw; Space dots, Delete clears.</source>
        <translation>マウスで書きます。矢印キーでペンを動かし、Shiftを押しながらだと線を引きます。Spaceで点を打ち、Deleteで消します。</translation>
    </message>
    <message>
        <source>Paper for a digit</source>
        <translation>数字を書く紙</translation>
    </message>
</context>
<context>
    <name>DigitReader</name>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Clear the paper</source>
        <translation>紙を消去</translation>
    </message>
    <message>
        <source>How likely each digit is</source>
        <translation>各数字の確からしさ</translation>
    </message>
    <message>
        <source>Nothing can be read from here.</source>
        <translation>ここからは何も読めません。</translation>
    </message>
    <message>
        <source>Read as {digit}: {share}</source>
        <translation>{digit}と読みました：{share}</translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation>モデルが見るもの</translation>
    </message>
</context>
<context>
    <name>Digits</name>
    <message>
        <source>Confusion</source>
        <translation>混同</translation>
    </message>
    <message>
        <source>Digits as they are read</source>
        <translation>読まれた数字</translation>
    </message>
    <message>
        <source>Digits, as they are read</source>
        <translation>数字とその読み</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>書く</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Learned filters</source>
        <translation>学習したフィルター</translation>
    </message>
    <message>
        <source>Orange: ink there speaks for it. Blue: ink there speaks against it.</source>
        <translation>橙：そこに線があると、その数字らしさが増します。青：そこに線があると、その数字らしさが減ります。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>DressingCommands</name>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Give every text its normal size.</source>
        <translation>すべての文字を標準の大きさに戻します。</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Make every text larger.</source>
        <translation>すべての文字を大きくします。</translation>
    </message>
    <message>
        <source>Make every text smaller.</source>
        <translation>すべての文字を小さくします。</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>標準の文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Wear these colours: {name}.</source>
        <translation>配色を「{name}」にします。</translation>
    </message>
</context>
<context>
    <name>EditBar</name>
    <message>
        <source>Click: add. Drag or arrows: move. Right click or Delete: delete. Tab: next point.</source>
        <translation>クリック：追加。ドラッグまたは矢印：移動。右クリックまたは Delete：削除。Tab：次の点。</translation>
    </message>
    <message>
        <source>Keys {keys}: its class.</source>
        <translation>キー {keys}：点のクラス。</translation>
    </message>
</context>
<context>
    <name>EventSlider</name>
    <message>
        <source>and {count} more</source>
        <translation>ほか {count} 件</translation>
    </message>
    <message>
        <source>step {step}: {event}</source>
        <extracomment>Okabe and Ito&apos;s colours again, here for what happened; the ticks&apos; tool tips say it in words.</extracomment>
        <translation>ステップ {step}：{event}</translation>
    </message>
</context>
<context>
    <name>ExaggerationRow</name>
    <message>
        <source>“{field}” must be a number from {low} to {high}.</source>
        <translation>「{field}」には {low} から {high} までの数を入力してください。</translation>
    </message>
</context>
<context>
    <name>FitCommands</name>
    <message>
        <source>Add, drag and delete points in the fit plot, and see the mountain change.</source>
        <translation>当てはめのグラフで点を追加・移動・削除し、山の変化を見ます。</translation>
    </message>
    <message>
        <source>As the table was</source>
        <translation>元の表に戻す</translation>
    </message>
    <message>
        <source>Compare batches</source>
        <translation>バッチを比較</translation>
    </message>
    <message>
        <source>Edit points</source>
        <translation>点を編集</translation>
    </message>
    <message>
        <source>Forget all changes of points.</source>
        <translation>点の変更をすべて取り消します。</translation>
    </message>
    <message>
        <source>Large fit</source>
        <translation>当てはめを大きく表示</translation>
    </message>
    <message>
        <source>Let three trekkers feel all rows, one row and a few a step, with one budget of row visits.</source>
        <translation>一歩ごとに全行・1 行・数行を感じる三人のトレッカーを、同じ行の読み取り回数で歩かせます。</translation>
    </message>
    <message>
        <source>Put the fit back</source>
        <translation>当てはめを戻す</translation>
    </message>
    <message>
        <source>Put the large fit back into its place.</source>
        <translation>大きくした当てはめを元の場所に戻します。</translation>
    </message>
    <message>
        <source>Show the fit large, over the mountain, or put it back.</source>
        <translation>当てはめを山の上に大きく表示するか、元に戻します。</translation>
    </message>
    <message>
        <source>Take the last change of a point back.</source>
        <translation>点の直前の変更を取り消します。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>FitPanel</name>
    <message>
        <source>Fit</source>
        <translation>当てはめ</translation>
    </message>
    <message>
        <source>Whoever walks by hand feels the slope alone: the fit is shown afterwards.</source>
        <translation>自分で歩く間は、感じられるのは勾配だけです。当てはめは後で表示されます。</translation>
    </message>
</context>
<context>
    <name>FormulaDialog</name>
    <message>
        <source>Hide derivatives</source>
        <translation>導関数を隠す</translation>
    </message>
    <message>
        <source>Preview of the mountain</source>
        <translation>山のプレビュー</translation>
    </message>
    <message>
        <source>Show derivatives</source>
        <translation>導関数を表示</translation>
    </message>
    <message>
        <source>The blindfold hides the formula of the mountain that is open; what you type is shown.</source>
        <translation>開いている山の式は目隠しで隠れています。入力したものは表示されます。</translation>
    </message>
    <message>
        <source>Type a mountain</source>
        <translation>山を数式で作る</translation>
    </message>
    <message>
        <source>Write it as you would on paper: 3x, x y, x^2, |x|, √x, π, e^x, sin x, cos, tan, exp, log, tanh, min, max.</source>
        <translation>紙に書くように入力してください：3x, x y, x^2, |x|, √x, π, e^x, sin x, cos, tan, exp, log, tanh, min, max。</translation>
    </message>
</context>
<context>
    <name>FormulaField</name>
    <message>
        <source>Formula z of x and y</source>
        <translation>x と y の式 z</translation>
    </message>
</context>
<context>
    <name>GalleryDialog</name>
    <message>
        <source>Gallery of mountains</source>
        <translation>山のギャラリー</translation>
    </message>
    <message>
        <source>Mountains</source>
        <translation>山の一覧</translation>
    </message>
    <message>
        <source>Nothing here is called that. Try a name such as Rosenbrock, or a word such as trap.</source>
        <translation>一致するものがありません。「ローゼンブロック」のような名前や、「罠」のような言葉で試してください。</translation>
    </message>
    <message>
        <source>Search by name, story or group</source>
        <translation>名前・説明・分類で検索</translation>
    </message>
    <message>
        <source>Search the gallery</source>
        <translation>ギャラリーを検索</translation>
    </message>
</context>
<context>
    <name>GroundCard</name>
    <message>
        <source>Mountain</source>
        <translation>山</translation>
    </message>
    <message>
        <source>Mountain or data</source>
        <translation>山またはデータ</translation>
    </message>
    <message>
        <source>The blindfold hides the formula, and what is known of this ground.</source>
        <translation>式と、この地面について知られていることは、目隠しで隠れています。</translation>
    </message>
    <message>
        <source>The ground that is walked on: a mountain, or the error of a model on data.</source>
        <translation>歩く地形です。山、またはデータに対するモデルの誤差を選べます。</translation>
    </message>
    <message>
        <source>{title}, edited</source>
        <translation>{title}（編集済み）</translation>
    </message>
</context>
<context>
    <name>GroundChooser</name>
    <message>
        <source>Elevation (*.npz *.npy *.asc *.csv *.tif *.tiff *.png *.jpg *.jpeg);;Grids (*.npz *.npy *.asc *.csv);;Pictures (*.tif *.tiff *.png *.jpg *.jpeg);;All files (*)</source>
        <translation>標高 (*.npz *.npy *.asc *.csv *.tif *.tiff *.png *.jpg *.jpeg);;グリッド (*.npz *.npy *.asc *.csv);;画像 (*.tif *.tiff *.png *.jpg *.jpeg);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Open elevation</source>
        <translation>標高を開く</translation>
    </message>
</context>
<context>
    <name>GroundFacts</name>
    <message>
        <source>lowest at ({place})</source>
        <translation>最も低い地点 ({place})</translation>
    </message>
    <message>
        <source>one higher valley</source>
        <translation>ほかに高い谷が一つ</translation>
    </message>
    <message>
        <source>{axis} from {low} to {high}</source>
        <translation>{axis}：{low} 〜 {high}</translation>
    </message>
    <message>
        <source>{count} equally low valleys</source>
        <translation>同じ深さの谷が {count} 個</translation>
    </message>
    <message>
        <source>{count} higher valleys</source>
        <translation>ほかに高い谷が {count} 個</translation>
    </message>
</context>
<context>
    <name>GroundMap</name>
    <message>
        <source>Map</source>
        <translation>地図</translation>
    </message>
    <message>
        <source>The cost as a map with contour lines. Arrow keys move it, plus and minus zoom, Home shows it all.</source>
        <translation>コストを等高線つきの地図で表したものです。矢印キーで移動、＋と−で拡大・縮小、Home で全体を表示します。</translation>
    </message>
</context>
<context>
    <name>HandCommands</name>
    <message>
        <source>Compare with the rules</source>
        <translation>規則と比べる</translation>
    </message>
    <message>
        <source>Put the blindfold on again, and walk by hand from the same start once more.</source>
        <translation>もう一度目隠しをして、同じ出発点から自分で歩きます。</translation>
    </message>
    <message>
        <source>Step where you point, as far as you have chosen.</source>
        <translation>指した向きへ、選んだ歩幅だけ進みます。</translation>
    </message>
    <message>
        <source>Take the blindfold off, and let the rules walk as many steps from the same place.</source>
        <translation>目隠しを外し、規則にも同じ場所から同じ歩数だけ歩かせます。</translation>
    </message>
    <message>
        <source>Take the step</source>
        <translation>一歩進む</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Walk blindfolded yourself, by the slope alone, on ground of two parameters; or stop doing so.</source>
        <translation>目隠しをして、傾きだけを頼りに自分で歩きます（パラメーターが 2 つの地形で）。もう一度押すとやめます。</translation>
    </message>
    <message>
        <source>You are the trekker</source>
        <translation>あなたがトレッカー</translation>
    </message>
</context>
<context>
    <name>HandPanel</name>
    <message>
        <source>Blue points downhill, green is your step, {angle}° beside it. Gradient descent goes as far with a learning rate of {rate}.</source>
        <translation>青は下り、緑はあなたの一歩で、{angle}° ずれています。勾配降下法なら学習率 {rate} で同じ距離を進みます。</translation>
    </message>
    <message>
        <source>Cost {cost}</source>
        <translation>コスト {cost}</translation>
    </message>
    <message>
        <source>What you feel</source>
        <translation>感じているもの</translation>
    </message>
    <message>
        <source>What your choice means</source>
        <translation>選んだ一歩の意味</translation>
    </message>
    <message>
        <source>Where nothing is felt, every direction is a guess.</source>
        <translation>何も感じられない所では、どの向きも当てずっぽうです。</translation>
    </message>
    <message>
        <source>level underfoot</source>
        <translation>足元は平ら</translation>
    </message>
    <message>
        <source>no slope can be felt here</source>
        <translation>ここでは傾きが感じられない</translation>
    </message>
    <message>
        <source>slope underfoot {slope}</source>
        <translation>足元の傾き {slope}</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Eye</source>
        <translation>視点</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>姿</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>重ね表示</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>HeldOutCurve</name>
    <message>
        <source>Dashed: held out, {cost} at step {step}</source>
        <translation>破線：取り置いた行、ステップ {step} で {cost}</translation>
    </message>
    <message>
        <source>On the rows held out</source>
        <translation>取り置いた行</translation>
    </message>
    <message>
        <source>right: {held_out}, on rows learnt from {learnt}</source>
        <translation>正解率 {held_out}、学習行 {learnt}</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>This failed through a fault of the program ({kind}): {what}</source>
        <translation>プログラムの不具合で失敗しました（{kind}）：{what}</translation>
    </message>
</context>
<context>
    <name>KnobForm</name>
    <message>
        <source>{name}, slider</source>
        <translation>{name}（スライダー）</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>0, and so not drawn, in {count} of {layers} layers</source>
        <translation>{layers} 層のうち {count} 層では 0 のため描かれません</translation>
    </message>
    <message>
        <source>First layer against last</source>
        <translation>最初の層と最後の層</translation>
    </message>
    <message>
        <source>First layer {first}, last {last}</source>
        <translation>最初の層 {first}、最後の層 {last}</translation>
    </message>
    <message>
        <source>First layer {first}: {times} times flatter than the last</source>
        <translation>最初の層 {first}：最後の層より {times} 倍ゆるやか</translation>
    </message>
    <message>
        <source>First layer {first}: {times} times steeper than the last</source>
        <translation>最初の層 {first}：最後の層より {times} 倍急</translation>
    </message>
    <message>
        <source>Gradient by layer</source>
        <translation>層ごとの勾配</translation>
    </message>
    <message>
        <source>Length of the gradient in each layer</source>
        <translation>各層の勾配の大きさ</translation>
    </message>
    <message>
        <source>The gradient is no finite number any more: it has exploded</source>
        <translation>勾配はもう有限の数ではありません: 爆発しました</translation>
    </message>
    <message>
        <source>Units asleep</source>
        <translation>休眠ユニット</translation>
    </message>
    <message>
        <source>Units asleep, by layer: {shares} (dead or saturated on at least {rows} of the rows)</source>
        <translation>眠っているユニット(層ごと): {shares}({rows} 以上の行で死んでいるか飽和)</translation>
    </message>
    <message>
        <source>Units asleep: {least} to {most}, by layer (dead or saturated on at least {rows} of the rows)</source>
        <translation>眠っているユニット: 層により {least}〜{most}({rows} 以上の行で死んでいるか飽和)</translation>
    </message>
    <message>
        <source>Which units are asleep can&apos;t be told: what they take in is no finite number any more.</source>
        <translation>どのユニットが眠っているかはわかりません。入力がもう有限の数ではないためです。</translation>
    </message>
    <message>
        <source>at the start (dashed) the first layer was at {first}, the last at {last}</source>
        <translation>開始時(破線)は最初の層が {first}、最後の層が {last}</translation>
    </message>
    <message>
        <source>at the start (dashed) the first layer was {times} times flatter than the last</source>
        <translation>開始時(破線)は最初の層が最後の層より {times} 倍なだらか</translation>
    </message>
    <message>
        <source>at the start (dashed) the first layer was {times} times steeper than the last</source>
        <translation>開始時(破線)は最初の層が最後の層より {times} 倍急</translation>
    </message>
    <message>
        <source>layer, first to last</source>
        <translation>層（最初から最後へ）</translation>
    </message>
    <message>
        <source>length of ∇J</source>
        <translation>∇J の大きさ</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend of the overlays</source>
        <translation>重ね表示の凡例</translation>
    </message>
</context>
<context>
    <name>Likelihood</name>
    <message>
        <source>Classes: {target} by {inputs}</source>
        <translation>クラス：{inputs} による {target}</translation>
    </message>
    <message>
        <source>How likely each class is</source>
        <translation>各クラスの確率</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>確率</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A frame takes {time} ms here, so trekkers are drawn as balls now; “View”, “Figures”, “Hikers” brings the hikers back.</source>
        <translation>ここでは 1 コマに {time} ミリ秒かかるので、トレッカーを球で描きます。「表示」→「姿」→「ハイカー」で元に戻せます。</translation>
    </message>
    <message>
        <source>Blindfolded Trekker</source>
        <translation>目隠しトレッカー</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>追いつくまで計算中…</translation>
    </message>
    <message>
        <source>Close the notice about the map</source>
        <translation>地図についてのお知らせを閉じる</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>当てはめ</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Only files can be dropped here: tables, such as CSV or Excel.</source>
        <translation>ここにドロップできるのはファイルだけです。CSV や Excel などの表を使ってください。</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>データを開く</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>更新式</translation>
    </message>
    <message>
        <source>Step explained</source>
        <translation>ステップの説明</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.dat *.xlsx *.xlsm *.xlsb *.xls *.ods);;All files (*)</source>
        <translation>表 (*.csv *.tsv *.txt *.dat *.xlsx *.xlsm *.xlsb *.xls *.ods);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The mountain can&apos;t be drawn here, so a map takes its place. {reason}</source>
        <translation>ここでは山を描画できないため、代わりに地図を表示します。{reason}</translation>
    </message>
    <message>
        <source>Wait for nobody</source>
        <translation>待つのをやめる</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Mini-map</source>
        <translation>ミニマップ</translation>
    </message>
</context>
<context>
    <name>Miss</name>
    <message>
        <source>Typical miss {error}</source>
        <translation>典型的な外れ {error}</translation>
    </message>
    <message>
        <source>Typical miss {error}; on the {count} rows held out {held_out}</source>
        <translation>典型的な外れ {error}、取り置いた {count} 行では {held_out}</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>The target has {count} categories: models of numbers are grey.</source>
        <translation>ターゲットには {count} 個のカテゴリがあります。数値のモデルは選べません（灰色）。</translation>
    </message>
</context>
<context>
    <name>MountainPanel</name>
    <message>
        <source>Mountain</source>
        <translation>山</translation>
    </message>
</context>
<context>
    <name>MountainScene</name>
    <message>
        <source>Mountain</source>
        <translation>山</translation>
    </message>
    <message>
        <source>The cost as a landscape. Arrow keys turn it, plus and minus zoom, Home shows it whole.</source>
        <translation>コストを地形として表したものです。矢印キーで回転、＋と−で拡大・縮小、Home で全体を表示します。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>このお知らせを閉じる</translation>
    </message>
</context>
<context>
    <name>OpenGL</name>
    <message>
        <source>OpenGL is there, but nothing can be drawn with it.</source>
        <translation>OpenGL はありますが、何も描けません。</translation>
    </message>
    <message>
        <source>This driver offers OpenGL ES only; the mountain needs OpenGL 2.1.</source>
        <translation>このドライバーは OpenGL ES だけに対応しています。山の表示には OpenGL 2.1 が必要です。</translation>
    </message>
    <message>
        <source>This driver offers OpenGL {version}; the mountain needs 2.1 or newer.</source>
        <translation>このドライバーは OpenGL {version} です。山の表示には 2.1 以降が必要です。</translation>
    </message>
    <message>
        <source>This screen offers no OpenGL context.</source>
        <translation>この画面では OpenGL を使えません。</translation>
    </message>
</context>
<context>
    <name>OpeningCommands</name>
    <message>
        <source>Change the map…</source>
        <translation>地図の範囲を変更…</translation>
    </message>
    <message>
        <source>Choose a mountain by its picture, its name or its story.</source>
        <translation>絵・名前・説明から山を選びます。</translation>
    </message>
    <message>
        <source>Choose an optimizer…</source>
        <translation>最適化手法を選ぶ…</translation>
    </message>
    <message>
        <source>Close the program.</source>
        <translation>プログラムを終了します。</translation>
    </message>
    <message>
        <source>Gallery…</source>
        <translation>ギャラリー…</translation>
    </message>
    <message>
        <source>Learn from rows that were copied out of a spreadsheet.</source>
        <translation>表計算ソフトからコピーした行で学びます。</translation>
    </message>
    <message>
        <source>Open a measured mountain: an elevation grid, or a grey-scale picture.</source>
        <translation>実測の山を開きます。標高グリッドかグレースケール画像を使えます。</translation>
    </message>
    <message>
        <source>Open a table of your own, and let a model learn from it.</source>
        <translation>自分の表を開き、モデルに学ばせます。</translation>
    </message>
    <message>
        <source>Open data…</source>
        <translation>データを開く…</translation>
    </message>
    <message>
        <source>Open elevation…</source>
        <translation>標高を開く…</translation>
    </message>
    <message>
        <source>Paste data</source>
        <translation>データを貼り付け</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Random start</source>
        <translation>ランダムスタート</translation>
    </message>
    <message>
        <source>See all optimizers with their formulas, ideas and papers.</source>
        <translation>すべての最適化手法を、数式・考え方・論文とともに見られます。</translation>
    </message>
    <message>
        <source>Show another part of this mountain, or more of it.</source>
        <translation>この山の別の部分や、もっと広い範囲を表示します。</translation>
    </message>
    <message>
        <source>Start at a random place, drawn from the next seed.</source>
        <translation>次のシードで選んだランダムな場所から始めます。</translation>
    </message>
    <message>
        <source>Type a formula…</source>
        <translation>数式を入力…</translation>
    </message>
    <message>
        <source>Type a mountain of your own: z = f(x, y).</source>
        <translation>自分の山を数式で作ります：z = f(x, y)。</translation>
    </message>
</context>
<context>
    <name>OptimizerDialog</name>
    <message>
        <source>Choose an optimizer</source>
        <translation>最適化手法を選ぶ</translation>
    </message>
    <message>
        <source>Optimizers</source>
        <translation>最適化手法の一覧</translation>
    </message>
    <message>
        <source>Search by name or idea</source>
        <translation>名前・考え方で検索</translation>
    </message>
    <message>
        <source>Search optimizers</source>
        <translation>最適化手法を検索</translation>
    </message>
</context>
<context>
    <name>Overlays</name>
    <message>
        <source>Curvature of the step</source>
        <translation>一歩の曲率</translation>
    </message>
    <message>
        <source>Gradient, uphill</source>
        <translation>勾配（上り方向）</translation>
    </message>
    <message>
        <source>Lowest ground known</source>
        <translation>既知の最も低い場所</translation>
    </message>
    <message>
        <source>Minima</source>
        <translation>極小</translation>
    </message>
    <message>
        <source>Momentum alone</source>
        <translation>モメンタムだけ</translation>
    </message>
    <message>
        <source>Newton’s step</source>
        <translation>ニュートン法の一歩</translation>
    </message>
    <message>
        <source>Other minima</source>
        <translation>ほかの極小</translation>
    </message>
    <message>
        <source>Quadratic model</source>
        <translation>二次モデル</translation>
    </message>
    <message>
        <source>Reach of a step</source>
        <translation>一歩の届く範囲</translation>
    </message>
    <message>
        <source>Steepest descent</source>
        <translation>最急降下</translation>
    </message>
    <message>
        <source>Tangent plane</source>
        <translation>接平面</translation>
    </message>
    <message>
        <source>Trail, fast</source>
        <translation>軌跡（速い）</translation>
    </message>
    <message>
        <source>Trail, slow</source>
        <translation>軌跡（遅い）</translation>
    </message>
    <message>
        <source>a search has no fixed reach</source>
        <translation>探索には決まった範囲がありません</translation>
    </message>
    <message>
        <source>has no minimum here</source>
        <translation>ここには極小がありません</translation>
    </message>
    <message>
        <source>hidden by the blindfold</source>
        <translation>目隠しで見えません</translation>
    </message>
    <message>
        <source>minimum {cost}</source>
        <translation>極小 {cost}</translation>
    </message>
    <message>
        <source>no curvature is known here</source>
        <translation>ここの曲率は不明です</translation>
    </message>
    <message>
        <source>none is known here</source>
        <translation>ここでは知られていません</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>ここでは不明です</translation>
    </message>
    <message>
        <source>radius {radius}</source>
        <translation>半径 {radius}</translation>
    </message>
    <message>
        <source>this rule has none now</source>
        <translation>この手法には今はありません</translation>
    </message>
    <message>
        <source>{angle}° from descent</source>
        <translation>降下方向から {angle}°</translation>
    </message>
    <message>
        <source>{share} % of the map a step</source>
        <translation>一歩で地図の {share} %</translation>
    </message>
    <message>
        <source>{size}, drawn ×{factor}</source>
        <translation>{size}（×{factor} で描画）</translation>
    </message>
</context>
<context>
    <name>PartyCard</name>
    <message>
        <source>Choose a trekker to see and to change its settings; a double click or F2 gives it another name.</source>
        <translation>表示・設定するトレッカーを選びます。ダブルクリックまたは F2 で名前を変えられます。</translation>
    </message>
    <message>
        <source>Trekkers</source>
        <translation>トレッカーの一覧</translation>
    </message>
</context>
<context>
    <name>PartyCommands</name>
    <message>
        <source>Add a trekker</source>
        <translation>トレッカーを追加</translation>
    </message>
    <message>
        <source>Duplicate the trekker</source>
        <translation>トレッカーを複製</translation>
    </message>
    <message>
        <source>Give the trekker another name; an empty one calls it after its rule.</source>
        <translation>トレッカーの名前を変えます。空欄にすると手法の名前になります。</translation>
    </message>
    <message>
        <source>Hide the trekker</source>
        <translation>トレッカーを隠す</translation>
    </message>
    <message>
        <source>Let another trekker walk with the same rule and settings, to change one of them.</source>
        <translation>同じ手法と設定のトレッカーをもう一人歩かせ、設定を一つ変えて比べます。</translation>
    </message>
    <message>
        <source>Let one more trekker walk, up to eight, with a rule that nobody has yet.</source>
        <translation>まだだれも使っていない手法のトレッカーを、もう一人歩かせます（八人まで）。</translation>
    </message>
    <message>
        <source>Look at the trekker after this one.</source>
        <translation>次のトレッカーを見ます。</translation>
    </message>
    <message>
        <source>Look at the trekker before this one.</source>
        <translation>前のトレッカーを見ます。</translation>
    </message>
    <message>
        <source>Next trekker</source>
        <translation>次のトレッカー</translation>
    </message>
    <message>
        <source>Previous trekker</source>
        <translation>前のトレッカー</translation>
    </message>
    <message>
        <source>Race table</source>
        <translation>順位表</translation>
    </message>
    <message>
        <source>Remove the trekker</source>
        <translation>トレッカーを外す</translation>
    </message>
    <message>
        <source>Rename the trekker</source>
        <translation>トレッカーの名前を変更</translation>
    </message>
    <message>
        <source>Show where all trekkers stand and who is ahead, in place of the rule, or the rule again.</source>
        <translation>更新式の代わりに、全トレッカーの位置と順位を表示します。もう一度選ぶと更新式に戻ります。</translation>
    </message>
    <message>
        <source>Take the trekker out of the party; the others walk on.</source>
        <translation>トレッカーを仲間から外します。ほかのトレッカーは歩き続けます。</translation>
    </message>
    <message>
        <source>Take the trekker out of the pictures, or show it again; it walks all the same.</source>
        <translation>トレッカーを図から隠すか、再び表示します。隠れていても歩き続けます。</translation>
    </message>
</context>
<context>
    <name>PartyModel</name>
    <message>
        <source>hidden</source>
        <translation>非表示</translation>
    </message>
</context>
<context>
    <name>PlaneBar</name>
    <message>
        <source>Choose the plane over which the mountain is drawn.</source>
        <translation>山を描く平面を選びます。</translation>
    </message>
    <message>
        <source>Distance from the plane</source>
        <translation>平面からの距離</translation>
    </message>
    <message>
        <source>Draw two other random directions.</source>
        <translation>別のランダムな二方向を選びます。</translation>
    </message>
    <message>
        <source>Lay the plane through where the trekker stands now.</source>
        <translation>トレッカーの現在地を通る平面にします。</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>別の方向</translation>
    </message>
    <message>
        <source>Parameter to the back</source>
        <translation>奥方向のパラメータ</translation>
    </message>
    <message>
        <source>Parameter to the right</source>
        <translation>右方向のパラメータ</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Plane through parameter space</source>
        <translation>パラメータ空間を通る平面</translation>
    </message>
    <message>
        <source>There are more parameters than a map has directions: the mountain is drawn over a plane of two.</source>
        <translation>パラメータの数が地図の方向より多いため、山は二方向の平面の上に描かれます。</translation>
    </message>
    <message>
        <source>Through here</source>
        <translation>ここを通す</translation>
    </message>
    <message>
        <source>along random directions</source>
        <translation>ランダムな方向に沿って</translation>
    </message>
    <message>
        <source>along the walk (PCA)</source>
        <translation>歩みに沿って（PCA）</translation>
    </message>
    <message>
        <source>along two parameters</source>
        <translation>二つのパラメータに沿って</translation>
    </message>
    <message>
        <source>off the plane by {distance} · {count} parameters</source>
        <translation>平面から {distance}・パラメータ {count} 個</translation>
    </message>
    <message>
        <source>on the plane · {count} parameters</source>
        <translation>平面上・パラメータ {count} 個</translation>
    </message>
</context>
<context>
    <name>PlotCommands</name>
    <message>
        <source>Choose what is plotted, against what, and how much it is smoothed.</source>
        <translation>グラフの縦軸と横軸、平滑化の強さを選びます。</translation>
    </message>
    <message>
        <source>Explain this step</source>
        <translation>このステップを説明</translation>
    </message>
    <message>
        <source>Fill the screen, for a class to see.</source>
        <translation>教室で見やすいように、画面いっぱいに表示します。</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>Go back to the line before of the step explained.</source>
        <translation>説明中のステップの前の行に戻ります。</translation>
    </message>
    <message>
        <source>Go on to the next line of the step explained.</source>
        <translation>説明中のステップの次の行に進みます。</translation>
    </message>
    <message>
        <source>Go through the step under the cursor line by line, with its numbers.</source>
        <translation>カーソルのあるステップを、数値を入れて一行ずつたどります。</translation>
    </message>
    <message>
        <source>Gradient by layer</source>
        <translation>層ごとの勾配</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Logarithmic cost</source>
        <translation>コストを対数表示</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>次の行</translation>
    </message>
    <message>
        <source>Phase plot</source>
        <translation>位相図</translation>
    </message>
    <message>
        <source>Plot two quantities against each other, the slope against the cost at first.</source>
        <translation>二つの量を互いに対してグラフにします。最初は勾配とコストです。</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>前の行</translation>
    </message>
    <message>
        <source>Show every key and what it does.</source>
        <translation>すべてのキーとその働きを表示します。</translation>
    </message>
    <message>
        <source>Show how steep the cost is in each layer of a network, in place of the cost.</source>
        <translation>コストの代わりに、ネットワークの各層でのコストの急さを表示します。</translation>
    </message>
    <message>
        <source>Show the cost on a logarithmic or a linear axis.</source>
        <translation>コストの軸を対数と線形で切り替えます。</translation>
    </message>
    <message>
        <source>What is plotted…</source>
        <translation>グラフの内容を選ぶ…</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>Copy data</source>
        <translation>データをコピー</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>画像をコピー</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>すべて表示</translation>
    </message>
</context>
<context>
    <name>PlotSettings</name>
    <message>
        <source>A second curve, dashed, with its own scale on the right.</source>
        <translation>二本目の曲線です。破線で、右側に専用の目盛りがつきます。</translation>
    </message>
    <message>
        <source>How much of the mean so far is kept at each step: 0 does not smooth.</source>
        <translation>一歩ごとにこれまでの平均をどれだけ残すかを決めます。0 では平滑化しません。</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>縦軸</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>What is drawn upwards.</source>
        <translation>縦軸に描く値です。</translation>
    </message>
    <message>
        <source>What runs along the bottom: the work done, or for a phase plot anything else.</source>
        <translation>横軸の値です。進んだ量のほか、位相図ではどの値でも選べます。</translation>
    </message>
    <message>
        <source>against</source>
        <translation>横軸</translation>
    </message>
    <message>
        <source>and</source>
        <translation>右軸</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>{what} in the plot</source>
        <translation>グラフの{what}</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>Dashed, the last price stays. The blindfold hides what came of the forecast.</source>
        <translation>破線は最後の価格のままの場合です。予測の結果は目隠しで隠れています。</translation>
    </message>
    <message>
        <source>Fit: prices of {company}</source>
        <translation>当てはめ：{company}の株価</translation>
    </message>
    <message>
        <source>Forecast of {count} months off by {rmse} dollars (RMSE), {mape} (MAPE); dashed, the last price stays: {naive_rmse} dollars, {naive_mape}.</source>
        <translation>{count}か月の予測の外れは{rmse}ドル（RMSE）、{mape}（MAPE）。破線、最後の価格のまま：{naive_rmse}ドル、{naive_mape}。</translation>
    </message>
    <message>
        <source>From its own forecasts, {count} months are off by {rmse} dollars (RMSE), {mape} (MAPE); dashed, the last price stays: {naive_rmse} dollars, {naive_mape}. One month ahead, from true prices: {ahead_rmse} dollars; the last price: {naive_ahead_rmse}.</source>
        <translation>自らの予測を重ねた {count} か月分の誤差は {rmse} ドル (RMSE)、{mape} (MAPE)。破線は最後の価格が続くとした場合: {naive_rmse} ドル、{naive_mape}。実際の価格から 1 か月先だけなら {ahead_rmse} ドル、直前の価格のままなら {naive_ahead_rmse} ドル。</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>米ドル</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Dashed: the slope that is believed. Ring: where the step lands, at {cost}.</source>
        <translation>破線：信じている勾配。輪：一歩の着地点、{cost}。</translation>
    </message>
    <message>
        <source>Dashed: the slope that is believed. The ground ahead is not known.</source>
        <translation>破線：信じている傾き。この先の地面は分かりません。</translation>
    </message>
    <message>
        <source>Ground along the next step</source>
        <translation>次の一歩に沿った地面</translation>
    </message>
    <message>
        <source>J − J here</source>
        <translation>J − ここの J</translation>
    </message>
    <message>
        <source>The next step is not a finite number any more.</source>
        <translation>次の一歩はもう有限の数ではありません。</translation>
    </message>
    <message>
        <source>cost J</source>
        <translation>コスト J</translation>
    </message>
    <message>
        <source>learning rate α</source>
        <translation>学習率 α</translation>
    </message>
    <message>
        <source>share of the next step</source>
        <translation>次の一歩に対する割合</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>読み込みをキャンセル</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
</context>
<context>
    <name>RaceModel</name>
    <message>
        <source>Equal ranks are ties: costs that differ by less than a millionth of the way down are equal.</source>
        <translation>同じ順位は引き分けです。下った高さの百万分の一より小さなコストの差は、同じとみなします。</translation>
    </message>
    <message>
        <source>Hessians</source>
        <translation>ヘッセ行列</translation>
    </message>
    <message>
        <source>How far the nearest known minimum is.</source>
        <translation>最も近い既知の極小までの距離です。</translation>
    </message>
    <message>
        <source>How long it has computed, measured on this computer.</source>
        <translation>このコンピューターで測った計算時間です。</translation>
    </message>
    <message>
        <source>How many rows of the data it has looked at.</source>
        <translation>これまでに見たデータの行数です。</translation>
    </message>
    <message>
        <source>How often its rule has asked for the Hessian.</source>
        <translation>手法がヘッセ行列を求めた回数です。</translation>
    </message>
    <message>
        <source>How often its rule has asked for the cost alone, as a line search does.</source>
        <translation>直線探索などで、手法がコストだけを求めた回数です。</translation>
    </message>
    <message>
        <source>How often its rule has asked for the gradient.</source>
        <translation>手法が勾配を求めた回数です。</translation>
    </message>
    <message>
        <source>How steep it is there: ‖∇J‖.</source>
        <translation>その場所の急さ：‖∇J‖。</translation>
    </message>
    <message>
        <source>The steps it has taken.</source>
        <translation>これまでの歩数です。</translation>
    </message>
    <message>
        <source>The true cost J at its place.</source>
        <translation>その場所の真のコスト J です。</translation>
    </message>
    <message>
        <source>Where it is: θ.</source>
        <translation>現在地：θ。</translation>
    </message>
    <message>
        <source>Who it is.</source>
        <translation>トレッカーの名前です。</translation>
    </message>
    <message>
        <source>Why its walk ended.</source>
        <translation>歩みが終わった理由です。</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>costs</source>
        <translation>コスト計算</translation>
    </message>
    <message>
        <source>global minimum</source>
        <translation>大域最小</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>勾配計算</translation>
    </message>
    <message>
        <source>place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>歩数</translation>
    </message>
    <message>
        <source>time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>to go</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>trekker</source>
        <translation>トレッカー</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>walking</source>
        <translation>歩行中</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
</context>
<context>
    <name>RaceTable</name>
    <message>
        <source>All ask for the same number of gradients: whose steps need three takes a third of the steps.</source>
        <translation>全員が同じ回数だけ勾配を求めます。一歩に三回必要なら、歩数は三分の一になります。</translation>
    </message>
    <message>
        <source>All compute for equally long: batches, searches and the rule itself count as they take.</source>
        <translation>全員が同じ時間だけ計算します。バッチ、探索、手法そのものの計算も、かかった時間だけ数えます。</translation>
    </message>
    <message>
        <source>All take the same number of steps.</source>
        <translation>全員が同じ歩数だけ進みます。</translation>
    </message>
    <message>
        <source>Further columns</source>
        <translation>ほかの列</translation>
    </message>
    <message>
        <source>Measured on this computer: who is how far at a time is not the same twice.</source>
        <translation>このコンピューターでの実測です。ある時点の進み具合は、毎回同じにはなりません。</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>レース</translation>
    </message>
    <message>
        <source>Race by</source>
        <translation>レースの基準</translation>
    </message>
    <message>
        <source>Show further columns of the table; so do the arrow keys to the left and right.</source>
        <translation>表のほかの列を表示します。左右の矢印キーでも切り替わります。</translation>
    </message>
    <message>
        <source>Standings</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>The one ahead is on top; equal ranks are ties. Choose a row to look at it.</source>
        <translation>先頭が一番上です。同じ順位は引き分けです。行を選ぶと、そのトレッカーを見られます。</translation>
    </message>
    <message>
        <source>What is the same for all trekkers at each moment of the race.</source>
        <translation>レースの各時点で、全トレッカーにそろえる量です。</translation>
    </message>
    <message>
        <source>Who is ahead</source>
        <translation>先頭のトレッカー</translation>
    </message>
    <message>
        <source>by gradient evaluations</source>
        <translation>勾配の計算回数で</translation>
    </message>
    <message>
        <source>by steps</source>
        <translation>歩数で</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>時間で</translation>
    </message>
</context>
<context>
    <name>ReadingPickers</name>
    <message>
        <source>Dates</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>区切り文字</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>最初の行</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>縦棒 |</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>コンマ ,</translation>
    </message>
    <message>
        <source>comma 1,5</source>
        <translation>コンマ 1,5</translation>
    </message>
    <message>
        <source>day/month</source>
        <translation>日/月</translation>
    </message>
    <message>
        <source>month/day</source>
        <translation>月/日</translation>
    </message>
    <message>
        <source>names</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>point 1.5</source>
        <translation>ピリオド 1.5</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>セミコロン ;</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>values</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>Ground under the pointer</source>
        <translation>ポインターの下の地面</translation>
    </message>
    <message>
        <source>{x_name} {x}   {y_name} {y}   cost {cost}   slope {slope}</source>
        <translation>{x_name} {x}   {y_name} {y}   コスト {cost}   勾配 {slope}</translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>Decision regions</source>
        <translation>決定領域</translation>
    </message>
    <message>
        <source>Regions: {target} by {inputs}</source>
        <translation>領域：{inputs} による {target}</translation>
    </message>
</context>
<context>
    <name>RulePanel</name>
    <message>
        <source>Cost {cost}</source>
        <translation>コスト {cost}</translation>
    </message>
    <message>
        <source>Update rule</source>
        <translation>更新式</translation>
    </message>
    <message>
        <source>Update rule with its numbers</source>
        <translation>数値を入れた更新式</translation>
    </message>
    <message>
        <source>What the trekker feels</source>
        <translation>トレッカーの感触</translation>
    </message>
    <message>
        <source>east</source>
        <translation>東</translation>
    </message>
    <message>
        <source>level underfoot</source>
        <translation>足もとは平ら</translation>
    </message>
    <message>
        <source>next step {stride}</source>
        <translation>次の一歩 {stride}</translation>
    </message>
    <message>
        <source>no slope can be felt here</source>
        <translation>ここでは勾配を感じ取れません</translation>
    </message>
    <message>
        <source>north</source>
        <translation>北</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>北東</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>北西</translation>
    </message>
    <message>
        <source>numbers of {first} and {second}</source>
        <translation>数値は {first} と {second} のもの</translation>
    </message>
    <message>
        <source>slope felt {slope}</source>
        <translation>感じている勾配 {slope}</translation>
    </message>
    <message>
        <source>slope underfoot {slope}</source>
        <translation>足もとの勾配 {slope}</translation>
    </message>
    <message>
        <source>south</source>
        <translation>南</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>南東</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>南西</translation>
    </message>
    <message>
        <source>west</source>
        <translation>西</translation>
    </message>
    <message>
        <source>{slope}, downhill to the {direction}</source>
        <translation>{slope}、{direction}へ下り</translation>
    </message>
</context>
<context>
    <name>SceneCommands</name>
    <message>
        <source>Always show trekkers as balls.</source>
        <translation>トレッカーをいつも球として示します。</translation>
    </message>
    <message>
        <source>Always show trekkers as hikers.</source>
        <translation>トレッカーをいつもハイカーとして示します。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Balls</source>
        <translation>球</translation>
    </message>
    <message>
        <source>Blindfold everything</source>
        <translation>すべてに目隠し</translation>
    </message>
    <message>
        <source>Colour trails by how far each step went.</source>
        <translation>軌跡を、一歩の大きさで色分けします。</translation>
    </message>
    <message>
        <source>Compare steepest descent with Newton’s step.</source>
        <translation>最急降下とニュートン法の一歩を比べます。</translation>
    </message>
    <message>
        <source>Contour lines</source>
        <translation>等高線</translation>
    </message>
    <message>
        <source>Curvature circle</source>
        <translation>曲率円</translation>
    </message>
    <message>
        <source>Descent and Newton</source>
        <translation>降下とニュートン</translation>
    </message>
    <message>
        <source>Draw lines of equal height on the ground, or leave them out.</source>
        <translation>地面に同じ高さの線を描くか、消します。</translation>
    </message>
    <message>
        <source>East</source>
        <translation>東</translation>
    </message>
    <message>
        <source>Follow the trekker</source>
        <translation>トレッカーを追う</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>真上から</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>Hide wherever it is told what the trekker can’t know: minima, curvature, the ground ahead.</source>
        <translation>トレッカーが知りえないこと（極小点、曲がり、行く手の地面）を、どこにも示しません。</translation>
    </message>
    <message>
        <source>Hikers</source>
        <translation>ハイカー</translation>
    </message>
    <message>
        <source>Hikers, or balls where drawing takes long.</source>
        <translation>ハイカー。描くのに時間がかかるところでは球。</translation>
    </message>
    <message>
        <source>Keep the trekker in the middle.</source>
        <translation>トレッカーを常に中央に表示します。</translation>
    </message>
    <message>
        <source>Known minima</source>
        <translation>既知の極小</translation>
    </message>
    <message>
        <source>Let nothing glide: the eye, the figures and the blindfold change at once.</source>
        <translation>動きをなくします。視点、トレッカー、目隠しが一瞬で切り替わります。</translation>
    </message>
    <message>
        <source>Look at the whole mountain from this side.</source>
        <translation>この方角から山全体を見ます。</translation>
    </message>
    <message>
        <source>Look straight down on the whole mountain.</source>
        <translation>山全体を真上から見下ろします。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>モメンタム</translation>
    </message>
    <message>
        <source>North</source>
        <translation>北</translation>
    </message>
    <message>
        <source>Over the shoulder</source>
        <translation>肩越し</translation>
    </message>
    <message>
        <source>Put a flag at every minimum that is known.</source>
        <translation>知られているすべての極小に旗を立てます。</translation>
    </message>
    <message>
        <source>Quadratic model</source>
        <translation>二次モデル</translation>
    </message>
    <message>
        <source>Reach of a step</source>
        <translation>一歩の届く範囲</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>動きを減らす</translation>
    </message>
    <message>
        <source>See the ground as the trekker has it ahead.</source>
        <translation>トレッカーの前に広がる地面を見ます。</translation>
    </message>
    <message>
        <source>Show how far a slope so steep would lead along each axis: the rule’s scaling as an ellipse.</source>
        <translation>同じ急さの勾配なら軸ごとにどこまで進むかを示します。手法の伸縮を楕円で表します。</translation>
    </message>
    <message>
        <source>Show the bowl that slope and curvature promise, and its lowest place.</source>
        <translation>勾配と曲率から見込まれるお椀と、その最も低い場所を表示します。</translation>
    </message>
    <message>
        <source>Show the circle that hugs the ground along the next step.</source>
        <translation>次の一歩に沿って地面に接する円を表示します。</translation>
    </message>
    <message>
        <source>Show the plane that the slope alone promises.</source>
        <translation>勾配だけから見込まれる平面を表示します。</translation>
    </message>
    <message>
        <source>Show trekkers as balls, which slow computers draw more quickly, or as hikers.</source>
        <translation>トレッカーを球（遅いコンピューターでも速く描けます）またはハイカーとして示します。</translation>
    </message>
    <message>
        <source>Show where the rule’s memory alone would carry the trekker.</source>
        <translation>手法の記憶だけなら、トレッカーがどこへ運ばれるかを表示します。</translation>
    </message>
    <message>
        <source>Show which way the ground rises most steeply; the arrow grows with the steepness.</source>
        <translation>地面が最も急に上る方向を表示します。急なほど矢印が長くなります。</translation>
    </message>
    <message>
        <source>Simple figures</source>
        <translation>簡単な姿</translation>
    </message>
    <message>
        <source>South</source>
        <translation>南</translation>
    </message>
    <message>
        <source>Tangent plane</source>
        <translation>接平面</translation>
    </message>
    <message>
        <source>Trails by speed</source>
        <translation>軌跡を速さで色分け</translation>
    </message>
    <message>
        <source>West</source>
        <translation>西</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The curvature is not known here, so plain descent takes the place of Newton’s.</source>
        <translation>ここでは曲率が分からないので、ニュートン法の代わりに単純な勾配降下法を使います。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>+ / −</source>
        <translation>＋ / −</translation>
    </message>
    <message>
        <source>Alt + arrow keys</source>
        <translation>Alt + 矢印キー</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>矢印キー</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Move the mountain</source>
        <translation>山を動かす</translation>
    </message>
    <message>
        <source>Nearer / farther</source>
        <translation>近づく / 離れる</translation>
    </message>
    <message>
        <source>Push the trekker to another start</source>
        <translation>トレッカーを別の出発点へ押す</translation>
    </message>
    <message>
        <source>Shift + arrow keys</source>
        <translation>Shift + 矢印キー</translation>
    </message>
    <message>
        <source>Turn the mountain, move the map</source>
        <translation>山を回す・地図を動かす</translation>
    </message>
    <message>
        <source>While the mountain or the map has the focus.</source>
        <translation>山または地図にフォーカスがあるとき。</translation>
    </message>
    <message>
        <source>Whole mountain</source>
        <translation>山全体</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>J: {cost} → hidden by the blindfold</source>
        <translation>J: {cost} → 目隠しで隠れています</translation>
    </message>
    <message>
        <source>Step {step} explained</source>
        <translation>ステップ {step} の説明</translation>
    </message>
    <message>
        <source>This line with its numbers</source>
        <translation>数値を入れたこの行</translation>
    </message>
    <message>
        <source>What this line is about</source>
        <translation>この行の内容</translation>
    </message>
    <message>
        <source>{line} of {lines}: {part}</source>
        <translation>{line} / {lines} 行：{part}</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Bring every input to mean 0 and spread 1: a long trough becomes a bowl.</source>
        <translation>すべての入力を平均 0、ばらつき 1 にそろえます。長い溝がお椀になります。</translation>
    </message>
    <message>
        <source>Choose an input column.</source>
        <translation>入力列を選んでください。</translation>
    </message>
    <message>
        <source>Choose two different columns: one is learnt from the other.</source>
        <translation>異なる二つの列を選んでください。一方からもう一方を学びます。</translation>
    </message>
    <message>
        <source>Draws the rows that are held out: the same seed draws the same rows.</source>
        <translation>取り分ける行をこのシードで選びます。同じシードなら同じ行が選ばれます。</translation>
    </message>
    <message>
        <source>Fewer than two rows have no missing value; fill the gaps, or choose other columns.</source>
        <translation>欠損値のない行が 2 行未満です。欠損を埋めるか、別の列を選んでください。</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>最初の数行</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>取り置き</translation>
    </message>
    <message>
        <source>Input column x</source>
        <translation>入力列 x</translation>
    </message>
    <message>
        <source>Input x</source>
        <translation>入力 x</translation>
    </message>
    <message>
        <source>Learn from {name}</source>
        <translation>{name} から学ぶ</translation>
    </message>
    <message>
        <source>Missing inputs</source>
        <translation>入力の欠損</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Rows held out</source>
        <translation>取り置く行</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>取り分けのシード</translation>
    </message>
    <message>
        <source>Standardise the inputs</source>
        <translation>入力を標準化</translation>
    </message>
    <message>
        <source>Target column y</source>
        <translation>ターゲット列 y</translation>
    </message>
    <message>
        <source>Target y</source>
        <translation>ターゲット y</translation>
    </message>
    <message>
        <source>The first lines</source>
        <translation>先頭の行</translation>
    </message>
    <message>
        <source>by seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>fill with the mean</source>
        <translation>平均で埋める</translation>
    </message>
    <message>
        <source>fill with the median</source>
        <translation>中央値で埋める</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>その行を除く</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>several</source>
        <translation>複数</translation>
    </message>
    <message>
        <source>{held} of {count} rows</source>
        <translation>{held} / {count} 行</translation>
    </message>
    <message>
        <source>{name} holds texts; choose columns of numbers, dates or categories.</source>
        <translation>{name} の中身はテキストです。数値・日付・カテゴリの列を選んでください。</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns</source>
        <translation>{rows} 行、{columns} 列</translation>
    </message>
    <message>
        <source>{texts} holds texts, which need a target of exactly 2 different labels; {name} has {count}.</source>
        <translation>{texts} の中身は文章です。文章には、ちょうど2種類のラベルを持つ目的の列が必要ですが、{name}には{count}種類あります。</translation>
    </message>
</context>
<context>
    <name>TableOpener</name>
    <message>
        <source>There is no text to paste: copy some rows of a table first.</source>
        <translation>貼り付けるテキストがありません。先に表の行をいくつかコピーしてください。</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Drag to look at any step of the walk; ticks mark what happened, dots where a trail ends.</source>
        <translation>ドラッグすると歩みのどのステップでも見られます。目盛りは出来事、点は軌跡の終わりです。</translation>
    </message>
    <message>
        <source>Go to what happened, play backwards, or loop.</source>
        <translation>出来事への移動、逆再生、繰り返しができます。</translation>
    </message>
    <message>
        <source>How many steps a second: from 1 to 1,000.</source>
        <translation>1 秒あたりの歩数です（1〜1,000）。</translation>
    </message>
    <message>
        <source>More of the timeline</source>
        <translation>タイムラインのその他の操作</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>So many gradient evaluations are shown each second.</source>
        <translation>1 秒間に、これだけの回数の勾配計算を見せます。</translation>
    </message>
    <message>
        <source>So much computing is shown each second.</source>
        <translation>1 秒間に、これだけの計算時間を見せます。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>This computer does not take the steps of this walk as fast as wanted.</source>
        <translation>このコンピューターでは、この歩みを希望の速さで進められません。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>歩く</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>step {cursor} / {length}</source>
        <translation>{cursor} / {length} 歩</translation>
    </message>
    <message>
        <source>{count}/s</source>
        <translation>{count} 回/秒</translation>
    </message>
    <message>
        <source>{cursor} / {length} gradients</source>
        <translation>勾配 {cursor} / {length} 回</translation>
    </message>
    <message>
        <source>{cursor} / {length} ms</source>
        <translation>{cursor} / {length} ms</translation>
    </message>
    <message>
        <source>{reached} of {speed}/s</source>
        <translation>{reached} / {speed} 歩/秒</translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation>{speed} 歩/秒</translation>
    </message>
    <message>
        <source>{time} ms/s</source>
        <translation>{time} ms/秒</translation>
    </message>
</context>
<context>
    <name>TokenBars</name>
    <message>
        <source>Words that speak loudest</source>
        <translation>最も強く語る言葉</translation>
    </message>
</context>
<context>
    <name>TrekkerCard</name>
    <message>
        <source>A slope steeper than the limit is taken for one as steep as the limit.</source>
        <translation>勾配クリッピングです。上限より急な勾配は、上限と同じ急さとみなします。</translation>
    </message>
    <message>
        <source>A start here is {count} numbers with commas between them.</source>
        <translation>ここでのスタート地点は、コンマで区切った {count} 個の数です。</translation>
    </message>
    <message>
        <source>A start is two numbers with a comma between them, such as -0.6, -0.9.</source>
        <translation>スタート地点は、-0.6, -0.9 のように、コンマで区切った二つの数で入力してください。</translation>
    </message>
    <message>
        <source>A start of its own</source>
        <translation>独自のスタート地点</translation>
    </message>
    <message>
        <source>All optimizers with their formulas, ideas and papers, and a search.</source>
        <translation>すべての最適化手法を、数式・考え方・論文とともに表示し、検索できます。</translation>
    </message>
    <message>
        <source>Choose an optimizer from the list</source>
        <translation>一覧から最適化手法を選ぶ</translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation>クリッピング</translation>
    </message>
    <message>
        <source>Clipping limit</source>
        <translation>クリッピングの上限</translation>
    </message>
    <message>
        <source>Gradient from</source>
        <translation>勾配の計算</translation>
    </message>
    <message>
        <source>Gusts: the mountain is the mean of 64 tilted copies, and a small batch feels only a few of them.</source>
        <translation>突風です。山は傾きの異なる 64 枚の平均で、小さなバッチはそのうち数枚だけを感じます。</translation>
    </message>
    <message>
        <source>How much ground one step feels: all of it, one row, or a few rows.</source>
        <translation>一歩で感じるデータの量です。全部、1 行、または数行から選べます。</translation>
    </message>
    <message>
        <source>How the learning rate changes as the steps go by.</source>
        <translation>歩みが進むにつれて学習率がどう変わるかを決めます。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>最適化手法</translation>
    </message>
    <message>
        <source>Random start</source>
        <translation>ランダムスタート</translation>
    </message>
    <message>
        <source>Rows in a mini-batch</source>
        <translation>ミニバッチの行数</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>スタート地点</translation>
    </message>
    <message>
        <source>Start at a random place, drawn from the next seed.</source>
        <translation>次のシードで選んだランダムな場所から始めます。</translation>
    </message>
    <message>
        <source>The rule that turns the slope underfoot into a step.</source>
        <translation>足もとの勾配を一歩に変える手法です。</translation>
    </message>
    <message>
        <source>The seed of all chance: the same seed gives the same walk.</source>
        <translation>すべての乱数のシードです。同じシードなら同じ歩みになります。</translation>
    </message>
    <message>
        <source>This trekker starts where it is told; without it, where the others start.</source>
        <translation>このトレッカーは指定した場所から始めます。オフにすると、ほかのトレッカーと同じ場所から始めます。</translation>
    </message>
    <message>
        <source>Trekker</source>
        <translation>トレッカー</translation>
    </message>
    <message>
        <source>Where the walk starts: two numbers, or click on the mountain.</source>
        <translation>歩き始める場所です。二つの数を入力するか、山をクリックしてください。</translation>
    </message>
    <message>
        <source>all (batch)</source>
        <translation>全部（バッチ）</translation>
    </message>
    <message>
        <source>by norm</source>
        <translation>ノルムで</translation>
    </message>
    <message>
        <source>by value</source>
        <translation>値で</translation>
    </message>
    <message>
        <source>mini-batch</source>
        <translation>ミニバッチ</translation>
    </message>
    <message>
        <source>no curvature can be felt here</source>
        <translation>ここでは曲率を感じ取れません</translation>
    </message>
    <message>
        <source>no limit here: nothing curves upwards</source>
        <translation>限界なし（上向きの曲がりなし）</translation>
    </message>
    <message>
        <source>no limit in closed form for this rule</source>
        <translation>この手法の安定限界は式で書けません</translation>
    </message>
    <message>
        <source>no stability limit is known here</source>
        <translation>ここでは安定限界がわかりません</translation>
    </message>
    <message>
        <source>off</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>one (stochastic)</source>
        <translation>1 行（確率的）</translation>
    </message>
    <message>
        <source>stable here up to α ≈ {limit}</source>
        <translation>ここでは α ≈ {limit} まで安定</translation>
    </message>
    <message>
        <source>the blindfold hides how far it is stable</source>
        <translation>どこまで安定かは目隠しで隠れています</translation>
    </message>
    <message>
        <source>{first}, … ({count} numbers)</source>
        <translation>{first}, …（{count} 個の数）</translation>
    </message>
</context>
<context>
    <name>VerdictBanner</name>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>{verdict} after one step</source>
        <translation>{verdict}（1 歩）</translation>
    </message>
    <message>
        <source>{verdict} after {steps} steps</source>
        <translation>{verdict}（{steps} 歩）</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>All steps are taken, and no slope is felt any more.</source>
        <translation>すべての歩数を歩きました。もう傾きを感じません。</translation>
    </message>
    <message>
        <source>No slope is felt any more. The blindfold hides what kind of place this is.</source>
        <translation>もう傾きを感じません。ここがどんな場所かは、目隠しで隠れています。</translation>
    </message>
    <message>
        <source>The trekker walked off the map.</source>
        <translation>トレッカーは地図の外へ出ました。</translation>
    </message>
    <message>
        <source>level ground</source>
        <translation>平らな地面</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Blindfold</source>
        <translation>目隠し</translation>
    </message>
    <message>
        <source>Change between mountain, map, and both side by side.</source>
        <translation>山、地図、両方を並べた表示を切り替えます。</translation>
    </message>
    <message>
        <source>Cross-hair</source>
        <translation>十字カーソル</translation>
    </message>
    <message>
        <source>Hide all but the ground that the trekker can feel, or show it again.</source>
        <translation>トレッカーが感じ取れる地面だけを残して隠します。もう一度選ぶと元に戻ります。</translation>
    </message>
    <message>
        <source>Look at the whole mountain again.</source>
        <translation>山全体の表示に戻します。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地図</translation>
    </message>
    <message>
        <source>Mini-map</source>
        <translation>ミニマップ</translation>
    </message>
    <message>
        <source>Mountain</source>
        <translation>山</translation>
    </message>
    <message>
        <source>Mountain and map</source>
        <translation>山と地図</translation>
    </message>
    <message>
        <source>Mountain, map or both</source>
        <translation>山・地図・両方</translation>
    </message>
    <message>
        <source>Read the ground by arrow keys, finely with Ctrl; Enter starts there, Esc ends it.</source>
        <translation>矢印キーで地面の値を読みます（Ctrl で細かく）。Enter でそこを出発点にし、Esc で終わります。</translation>
    </message>
    <message>
        <source>Show a small map in the corner of the mountain.</source>
        <translation>山の隅に小さな地図を表示します。</translation>
    </message>
    <message>
        <source>Show the ground from above, with contour lines.</source>
        <translation>地面を真上から、等高線つきで表示します。</translation>
    </message>
    <message>
        <source>Show the ground in relief.</source>
        <translation>地面を立体的に表示します。</translation>
    </message>
    <message>
        <source>Show the mountain and the map side by side.</source>
        <translation>山と地図を並べて表示します。</translation>
    </message>
    <message>
        <source>Whole mountain</source>
        <translation>山全体を表示</translation>
    </message>
</context>
<context>
    <name>WalkingCommands</name>
    <message>
        <source>Faster</source>
        <translation>速く</translation>
    </message>
    <message>
        <source>Go back by one step.</source>
        <translation>一歩戻ります。</translation>
    </message>
    <message>
        <source>Go back to the marked step before.</source>
        <translation>印のついた前のステップに戻ります。</translation>
    </message>
    <message>
        <source>Go back to the start.</source>
        <translation>スタート地点に戻ります。</translation>
    </message>
    <message>
        <source>Go to the next marked step: an ascent, a ridge, an edit, an end.</source>
        <translation>印のついた次のステップ（上り、尾根、編集、終わり）へ進みます。</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>繰り返し</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>次の出来事</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一歩進む</translation>
    </message>
    <message>
        <source>Play a walk that has ended over and over.</source>
        <translation>終わった歩みを繰り返し再生します。</translation>
    </message>
    <message>
        <source>Play the walk backwards, or pause.</source>
        <translation>歩みを逆再生するか、一時停止します。</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>前の出来事</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>遅く</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>一歩戻る</translation>
    </message>
    <message>
        <source>Take one step.</source>
        <translation>一歩進みます。</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>歩く</translation>
    </message>
    <message>
        <source>Walk at a quicker pace.</source>
        <translation>歩く速さを上げます。</translation>
    </message>
    <message>
        <source>Walk at a slower pace.</source>
        <translation>歩く速さを下げます。</translation>
    </message>
    <message>
        <source>Walk backwards</source>
        <translation>逆向きに歩く</translation>
    </message>
    <message>
        <source>Walk down the mountain, or pause.</source>
        <translation>山を下り始めるか、一時停止します。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>? (is {actual})</source>
        <translation>?（真は{actual}）</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例</translation>
    </message>
    <message>
        <source>Fit: {first} or {second}</source>
        <translation>当てはめ：{first}か{second}か</translation>
    </message>
    <message>
        <source>How the sentence is judged</source>
        <translation>文の判定</translation>
    </message>
    <message>
        <source>Right: {held_out} of the {count} texts held out, {learnt} of those learnt from.</source>
        <translation>正解：取り置いた{count}件中{held_out}、学習した文の{learnt}。</translation>
    </message>
    <message>
        <source>Right: {learnt} of the {count} texts learnt from.</source>
        <translation>正解：学習した{count}件中{learnt}。</translation>
    </message>
    <message>
        <source>The sentence, word by word</source>
        <translation>語ごとに見た文</translation>
    </message>
    <message>
        <source>The weights are out of all bounds: nothing can be said.</source>
        <translation>重みが限度を超えているため、何も言えません。</translation>
    </message>
    <message>
        <source>Type a sentence</source>
        <translation>文を入力</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>語</translation>
    </message>
    <message>
        <source>{label}, {share}: no word of it is known</source>
        <translation>{label}、{share}：知っている語がありません</translation>
    </message>
    <message>
        <source>{label}, {share}: {words} (each its weight ÷ √{count}, by the number of known pieces)</source>
        <translation>{label}、{share}: {words}(それぞれ重み ÷ √{count}、根号の中は既知の語句の数)</translation>
    </message>
    <message>
        <source>{mark} said {label}, {share}; is {actual}</source>
        <translation>{mark} 判定は{label}、{share}。真は{actual}</translation>
    </message>
</context>
<context>
    <name>_RuleCard</name>
    <message>
        <source>Settings: {names}</source>
        <translation>設定：{names}</translation>
    </message>
</context>
</TS>
