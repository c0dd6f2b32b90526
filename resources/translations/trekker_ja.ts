<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>AxesItem</name>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height: {measure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height: {measure}, compressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {unit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoundsDialog</name>
    <message>
        <source>Closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map shows this part of the ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoundsFields</name>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{axis} from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{axis} must run from a smaller number to a larger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{axis} to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” must be a number, such as −2.5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnDialog</name>
    <message>
        <source>Choose two different columns: a line fits one by the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit a line to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input column x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target column y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>0 divides by the size of the slope underfoot alone, 1 by the mean alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 follows the slope underfoot alone, 1 the mean of the slopes alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 follows the slope underfoot alone, 1 the mean of the slopes before alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A blend, in shares one can choose, of the slope underfoot and the mean of those before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bowl turned by 45 degrees: both parameters must move together, although each is felt alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bowl without a trap: every walk that is not too hasty ends at the one best line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curved valley with two mirror-image ends: a hair’s breadth at the start decides which one is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dish so long and flat that the last few steps take longer than the whole way down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gentle plain that breaks off: the stride that suited the plain turns into a leap at the edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A heavy ball that looks where it is about to roll, and brakes before the rise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A heavy ball: slopes felt before still push, so it rolls through dips and along valleys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hundred and twenty-one hollows, and only the middle one is the true floor: a blindfolded trekker rests in the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pitted plain around one sharp funnel: the slope underfoot hardly tells which way the funnel lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plateau: the ground is so flat here that the slope says nothing about where to go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recurrent network in miniature: where its memory tips over stands a wall, and one step on it can throw the trekker across the whole map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saddle: level underfoot, with ground that falls away on two sides and rises on two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slanted trough with waves in it: each wave is a valley of its own, and the next is always lower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small number beside the root, so that flat ground does not divide by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller change of the cost counts as none; 0 never stops early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stretched bowl that lies askew: rules that scale each parameter by itself lose their advantage here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A summit: level underfoot, and every direction leads down, but a level slope gives no hint which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A valley as sharp as a knife: the slope stays steep down to the very edge, so every stride jumps across it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A valley floor, but not the deepest: the cost here is {cost}, and {best} exists elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A valley floor: the ground rises on every side, and the cost is {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A valley one way and a ridge the other: the walk seems to rest on the pass, until the smallest sidestep sends it off again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ackley’s funnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaBelief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaMax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam in which the slope underfoot keeps a say of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that divides by the steepest slope it still remembers instead of a mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that looks where its momentum is about to carry it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that never forgets the steepest it has felt, so its strides can only shorten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that strides out where the slope is as it expected, and shortens where it is surprised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam with a warm-up worked out: it divides by steepness only once it knows it well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam, with a steady pull towards the origin that the division does not touch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to every curvature: 0 trusts the paraboloid, more takes shorter and steeper steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After how many steps the stride is half of what it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After how many steps, warm-up included, the stride is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow more steps, or try a rule that speeds up along valleys, such as momentum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along each axis lengthen the stride while it goes down, halve it where it overshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along each axis step less, the more steep ground was felt there in all the walk so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beale’s corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with short steps, lengthen them, then shorten them along half a cosine wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bohachevsky’s rippled bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booth’s trough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branin’s three lakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bukin’s knife edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cliff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conjugate gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross in a tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the stride by the same share once in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyclic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: the error of a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide by the spread of the slopes about their mean, not by their size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide the slope along each axis by how steep it has lately been there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dixon and Price’s fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step overshot further, until the numbers overflowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step overshot further: the cost has grown to {cost} and goes on growing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easom’s needle hole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Egg holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploding cliff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fall asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feel ahead with a long stride first, and shorten it until it really leads down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feel how the slope itself changes, and step right to where it should end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fifty times steeper one way than the other: a stride that is safe across the valley is tiny along it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding the curved valley is easy; following its almost level floor to the end takes patience, or momentum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flat lands and edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four valleys, all equally deep: where you start decides where you end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From afar a bowl, underfoot full of ripples: small strides are caught by them, longer ones pass over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From how many of the last steps the curvature is learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gentle bowls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the lowest point along a direction, then choose one that does not undo what was won.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goldstein and Price’s gorge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Griewank’s waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground of your own: what would a trekker feel who cannot see it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-way down the ground levels off: the walk almost stops, and going on is right although nothing seems to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-way shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heights from 3 to a million on one small map: the stride must fit the steepest wall, and then crawls on the floor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hills and hollows of every size, and the lowest ground lies on the very edge of the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Himmelblau’s four valleys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the momentum grows from half of β₁ to all of it: 0 keeps it at half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps are taken between two cuts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps in a row must change nothing before the walk ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps one rise and fall take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps the stride takes to reach its full length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last step is kept: 0 forgets it, near 1 rolls almost freely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the running mean is kept at each step: near 1 remembers many steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly every step also pulls the trekker towards the origin: 0 not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many steps the stride comes down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many steps the stride shrinks to that share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverse time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jacksboro fault, Tennessee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L-BFGS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn the curvature of the ground from how the slope changed over the last steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengthen and shorten the stride in turn: long steps leave poor dips, short ones settle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengthen by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level land in the middle and cliffs at the corners: no single stride suits both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levy’s furrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make up for the running means having started at zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many traps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matyas’s long dish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>McCormick’s slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured ground has no formula: the slope underfoot comes from the smooth surface through its heights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of slopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Michalewicz’s canals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum divided by how steep each axis has lately been: even strides on any ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum&apos;s growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monkey saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mountain pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAdam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow valleys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newton&apos;s method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stride becomes longer than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stride becomes shorter than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One narrow hole in a wide plain: a few steps away from it the ground is so level that there is nothing to feel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One valley in each quarter, and only one of the four is the deepest: a start near the middle may fall to any side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel furrows, one behind the other: going along a furrow is easy, getting out of it is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QHAdam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quasi-hyperbolic momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAdam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rastrigin’s egg box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real ridges and a real fault: on ground that nobody designed, every stream bed is a valley of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular waves on a bowl so shallow that, from inside one wave, all valleys look alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings of water around a drop: every ring is a trap that leads round and round, and none leads in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rosenbrock’s banana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotated bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saddles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schwefel’s far corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several valleys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of mean square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharp ridges cut the land into squares: four of its valleys are the deepest, and no slope leads from one to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the stride along half a cosine wave, gently at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink the stride a little at every step, by the same share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink the stride like 1/t: slowly enough to arrive, fast enough to average noise out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six valleys of three depths between the humps: a walk ends in the nearest one, not in the deepest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six-hump camel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a little to one side, or let a small batch shake the trekker off it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a little to one side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start nearer to a slope, or try a rule that scales its steps, such as Adam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steep canals in a plain that is perfectly level: only a start on a bank leads anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step about as far as the last steps went, against how steep the last slopes were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step straight down the slope underfoot, further where it is steeper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between cuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps for that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps to half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still walking when the steps ran out: the slope underfoot is {slope}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretched bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strides up to {limit} are stable here, and this one is {rate}: try a larger one, or more steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styblinski and Tang’s quarters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the same stride along each axis, downhill, however steep it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the same stride along each axis, in the direction that slopes have lately agreed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deepest valley is in a far corner, away from the next best ones: whoever trusts the lie of the land goes the wrong way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first valley on the way is not the deeper one: plain descent rests there, while momentum may carry a trekker over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate {rate} is {ratio} times the stability limit {limit} there: try a smaller stride.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same slope on every side: every step points straight at the valley floor, and only its length matters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stride stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stride: how far one step goes for a given slope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of squared slopes to start from: above 0 it makes the first steps shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trekker stepped where the ground is not defined: there is no cost here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trekker steps to and fro between two places: each step overshoots as far as the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trekker walked off the map and did not come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trekker walked off the map, and the ground beyond only goes down: there is no valley floor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trekker wanders without getting lower: the lowest cost, {best}, was {count} steps ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The true valley lies in the middle with a shallow trap on either side: many starts end too high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The valley floor: no lower place is known on this ground, and the cost is {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The walk ends after this many steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three valleys, equally deep and joined by one long curved trough: a good walk needs no luck, only patience.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three ways down and three ways up from one level spot, two for the legs and one for the tail: even the curvature is zero there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three-hump camel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trap beside the true valley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a smaller stride, a larger batch, or a schedule that shortens the stride as time goes by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a smaller stride, or a start further inside the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a smaller stride.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another start, or a rule with momentum that can roll over the next rise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two saturated neurons: far out the slope fades away although the cost is high, and a long wait comes before the descent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed mountain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanishing slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up, then cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a stride is multiplied by where the slope has kept its sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a stride is multiplied by where the slope has turned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a stride that does not lead down far enough is multiplied by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What share of the full stride the first step has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What share of the full stride the shortest step has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What share of the stride remains after the given number of steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What share of the stride remains at each cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What share of the stride remains at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which share of the fall that the slope promises a stride must bring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>global minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oscillating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} does not say how large its cells are: each is taken to measure {size} m.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostPanel</name>
    <message>
        <source>Cost J per step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost at every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J − lowest J</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic shows how fast the cost shrinks, linear shows how much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the cost axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost J</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height ({unit})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DerivativesView</name>
    <message>
        <source>Derivatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too long to be read, and used all the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Source: {source}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitPanel</name>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit: {target} by {inputs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground along the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J − {cost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange: here, and the slope that is believed. Blue: where the step lands, at {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step is not a finite number any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical miss {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost J</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the next step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaDialog</name>
    <message>
        <source>Hide derivatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the mountain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show derivatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a mountain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as you would on paper: 3x, x y, x^2, |x|, √x, π, e^x, sin x, cos, tan, exp, log, tanh, min, max.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaField</name>
    <message>
        <source>Formula z of x and y</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryDialog</name>
    <message>
        <source>Gallery of mountains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mountains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is called that. Try a name such as Rosenbrock, or a word such as trap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, story or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the gallery</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroundCard</name>
    <message>
        <source>Mountain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mountain or data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ground that is walked on: a mountain, or the error of a model on data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroundChooser</name>
    <message>
        <source>Elevation (*.npz *.npy *.asc *.csv *.tif *.tiff *.png *.jpg *.jpeg);;Grids (*.npz *.npy *.asc *.csv);;Pictures (*.tif *.tiff *.png *.jpg *.jpeg);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open elevation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KnobForm</name>
    <message>
        <source>{name}, slider</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Blindfolded Trekker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only files can be dropped here: tables of numbers, such as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.dat);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mountain can&apos;t be drawn here; the plots must do. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MountainPanel</name>
    <message>
        <source>Mountain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MountainScene</name>
    <message>
        <source>Mountain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost as a landscape. Arrow keys turn it, plus and minus zoom, Home shows it whole.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptimizerDialog</name>
    <message>
        <source>Choose an optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name or idea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search optimizers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulePanel</name>
    <message>
        <source>Cost {cost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update rule with its numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the trekker feels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>east</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level underfoot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next step {stride}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no slope can be felt here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>north</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>north-east</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>north-west</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope underfoot {slope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope underfoot {slope}, downhill to the {direction}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>south</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>south-east</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>south-west</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>west</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>+ / −</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer / farther</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the mountain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the mountain has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Drag to look at any step of the walk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps a second: from 1 to 1,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {cursor} / {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrekkerCard</name>
    <message>
        <source>A slope steeper than the limit is taken for one as steep as the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A start is two numbers with a comma between them, such as -0.6, -0.9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All optimizers with their formulas, ideas and papers, and a search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an optimizer from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gusts: the mountain is the mean of 64 tilted copies, and a small batch feels only a few of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much ground one step feels: all of it, one row, or a few rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes as the steps go by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows in a mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at a random place, drawn from the next seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule that turns the slope underfoot into a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed of all chance: the same seed gives the same walk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trekker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the walk starts: two numbers, or click on the mountain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all (batch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mini-batch of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no curvature can be felt here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit here: nothing curves upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no stability limit is known on this ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one (stochastic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable here up to α ≈ {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this rule has no stability limit in closed form here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictBanner</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict} after {steps} steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Blindfold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a mountain by its picture, its name or its story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an optimizer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the screen, for a class to see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every text its normal size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back by one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide all but the ground that the trekker can feel, or show it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the whole mountain again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make every text larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make every text smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a measured mountain: an elevation grid, or a grey-scale picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table of your own and fit a line to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open elevation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See all optimizers with their formulas, ideas and papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show another part of this mountain, or more of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every key and what it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the cost on a logarithmic or a linear axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at a random place, drawn from the next seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a formula…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a mountain of your own: z = f(x, y).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk at a quicker pace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk at a slower pace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk down the mountain, or pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wear these colours: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole mountain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_RuleCard</name>
    <message>
        <source>Settings: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
